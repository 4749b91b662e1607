import { expect, test } from 'vitest';
import { createReadKeys } from '../../../core/bearing/keys.ts';

const read = createReadKeys();
const keysOf = (text: string) => read(text).map(({ key }) => key);

test.each([
  'DSIT',
  'Department for Science, Innovation and Technology',
  'the science ministry',
  'the Science Minister',
])('"%s" is one name, and its words say nothing of what is done', (name) => {
  expect(keysOf(name)).toEqual(['dsit']);
});

test.each([
  ['innovation and technology', ['innov', 'technolog']],
  ['a department of science', ['department', 'scienc']],
  ['the Transport Secretary', ['dft']],
  ['MODERN', ['modern']],
])('"%s" is %j', (text, keys) => {
  expect(keysOf(text)).toEqual(keys);
});

test('a department stands where the text has it', () => {
  expect(read('Has the science department agreed?')[0]).toMatchObject({ start: 8, end: 26 });
});
