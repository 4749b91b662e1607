import { expect, test } from 'vitest';
import { isBody, namesIn } from '../../../core/bearing/names.ts';

test.each([
  ['The Government Commercial Function should plan ahead.', ['Government Commercial Function']],
  ['So GCF and departments should use missions.', ['GCF']],
  ['Finally, the Procurement Act should stay. And the Treasury?', ['Procurement Act', 'Treasury']],
  ['Under the Contracts for Innovation scheme', ['Contracts for Innovation']],
  ['The Treasury should pay, and Find a Tender be mended.', ['Treasury', 'Find a Tender']],
  ['The Government should act. The Minister says so in London.', []],
])('what a sentence begins with is no part of a name: %j', (text, names) => {
  expect(namesIn(text).toSorted()).toEqual(names.toSorted());
});

test.each([
  ['Cabinet Office', true],
  ['DSIT', true],
  ['Government Commercial Function', true],
  ['Department of Agriculture', true],
  ['Crown Commercial Service', true],
  ['Managing Public Money', false],
  ['Contracts for Innovation', false],
  ['Procurement Act', false],
  ['Find a Tender', false],
])('"%s" is a body: %j', (name, is) => {
  expect(isBody(name)).toBe(is);
});
