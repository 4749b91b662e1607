import { expect, test } from 'vitest';
import {
  day,
  either,
  flag,
  listOf,
  oneOf,
  openShape,
  orNull,
  postTime,
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
  "a post's time": postTime,
  'a day': day,
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
  ['a time', Date.UTC(1, 0, 1)],
  ['a time', Date.UTC(9999, 11, 30)],
  ["a post's time", '2025-06-01T10:00'],
  ["a post's time", '2024-02-29T23:59:59.999Z'],
  ["a post's time", '0099-12-31T14:00:00.000Z'],
  ["a post's time", '9999-12-31T23:59:59.999Z'],
  ['a day', '2024-02-29'],
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
  ['a time', 1e300],
  ['a time', 8.64e15],
  ['a time', Date.UTC(9999, 11, 31)],
  ['a time', -Date.UTC(9999, 11, 31)],
  ['a time', '2025-06-01'],
  ["a post's time", 'soon'],
  ["a post's time", '2025-06-01'],
  ["a post's time", '2025-02-29T10:00'],
  ["a post's time", '2025-06-01T24:00'],
  ["a post's time", '2025-06-01T10:00Z'],
  ["a post's time", '2025-06-01T10:00:00Z'],
  ["a post's time", '2025-06-01T10:00:00.000+01:00'],
  ["a post's time", '+012025-06-01T10:00:00.000Z'],
  ["a post's time", 1],
  ['a day', '2025-02-29'],
  ['a day', '2025-06-01T10:00'],
  ['a day', '2025'],
  ['a day', null],
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

test('an open object keeps what else it has, behind its parts, but for what it is not to have', () => {
  const read = openShape({ of: text(3) }, ['not']);
  expect(JSON.stringify(read({ more: [1], not: 1, of: 'abc' }))).toBe('{"of":"abc","more":[1]}');
  expect(read({ of: 'abcd', more: 1 })).toBeUndefined();
  expect(JSON.stringify(read(JSON.parse('{"of":"a","__proto__":{"x":1},"toString":2}')))).toBe('{"of":"a"}');
});
