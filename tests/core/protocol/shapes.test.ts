import { expect, test } from 'vitest';
import {
  either,
  flag,
  listOf,
  oneOf,
  orNull,
  shape,
  text,
  time,
  truthOrNull,
  whole,
} from '../../../core/protocol/shapes.ts';

const READS = {
  'a text of three': text(3),
  'two texts': listOf(text(3), 2),
  'a whole number': whole,
  'a time': time,
  'a flag': flag,
  'a truth or null': truthOrNull,
  'one of two': oneOf('a', 'b'),
  'a text or null': orNull(text(3)),
  'a flag or a whole number': either<boolean, number>(flag, whole),
  'an object': shape({ of: text(3) }),
};

test.each<[keyof typeof READS, unknown]>([
  ['a text of three', 'abc'],
  ['a text of three', ''],
  ['two texts', ['abc', 'd']],
  ['two texts', []],
  ['a whole number', 0],
  ['a whole number', Number.MAX_SAFE_INTEGER],
  ['a time', 0.5],
  ['a flag', false],
  ['a truth or null', null],
  ['a truth or null', true],
  ['one of two', 'b'],
  ['a text or null', null],
  ['a text or null', 'abc'],
  ['a flag or a whole number', true],
  ['a flag or a whole number', 1],
  ['an object', { of: 'abc' }],
])('%s may be %j', (name, value) => {
  expect(READS[name](value)).toEqual(value);
});

test.each<[keyof typeof READS, unknown]>([
  ['a text of three', 'abcd'],
  ['a text of three', 1],
  ['two texts', ['a', 'b', 'c']],
  ['two texts', ['a', 1]],
  ['two texts', { 0: 'a', length: 1 }],
  ['a whole number', -1],
  ['a whole number', 0.5],
  ['a whole number', Number.MAX_SAFE_INTEGER + 1],
  ['a whole number', '1'],
  ['a time', Number.NaN],
  ['a time', Infinity],
  ['a flag', 0],
  ['a truth or null', undefined],
  ['one of two', 'c'],
  ['a text or null', 'abcd'],
  ['a flag or a whole number', 'true'],
  ['an object', { of: 1 }],
  ['an object', {}],
  ['an object', null],
  ['an object', ['abc']],
])('%s may not be %j', (name, value) => {
  expect(READS[name](value)).toBeUndefined();
});

test('what else an object has is left out', () => {
  expect(READS['an object']({ of: 'a', more: 1 })).toEqual({ of: 'a' });
});
