import { expect, test } from 'vitest';
import { isBreakBetween } from '../../../core/passages/lines.ts';

test.each([
  ['as a list has it', 'Set the outcome early', 'Back officials who try', true],
  ['behind a stop', 'It ended there.', 'iPhones came next', true],
  ['behind a stop in quotation marks', 'He said “no.”', 'and left', true],
  ['behind a colon', 'Departments should:', 'specify outcomes', true],
  ['before a bullet', 'specify outcomes', '• back officials', true],
  ['before a number', 'specify outcomes', '2. back officials', true],
  ['before a letter', 'specify outcomes', 'b) back officials', true],
  ['before a quotation', 'they say', '“It ended”', true],
  ['where two stand together', 'specify outcomes', ' \n', true],
  ['where a sentence is wrapped', 'what they want to', 'achieve and not how', false],
  ['where a sentence is wrapped at a number', 'it cost some', '30 million pounds', false],
  ['where a sentence is wrapped at a word of one letter', 'it cost', 'a million pounds', false],
])('a line break %s', (_, before, after, isBreak) => {
  expect(isBreakBetween(before, after)).toBe(isBreak);
});
