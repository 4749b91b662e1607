import { expect, test } from 'vitest';
import { createReadTerms } from '../../../core/text/terms.ts';

const stemsOf = (text: string) => createReadTerms()(text).map(({ stem }) => stem);

test.each([
  ['an amount in figures and words', '£400bn', '400 billion'],
  ['commas', '£6,500', '6500'],
  ['per cent', '10%', '10 per cent'],
  ['a financial year', '2028/29', '28–29'],
  ['inflection', 'procuring innovations', 'procured innovation'],
  ['irregular forms', 'frozen, taught, spent', 'freeze teach spending'],
  ['what Porter keeps apart', 'uncertainty, complexity, failure', 'uncertain complex failed'],
  ['American spelling', 'labor organization centers program', 'labour organisation centres programme'],
  ['the possessive', 'arm’s-length suppliers’ data', "arms' length supplier data"],
  ['abbreviations', 'gov orgs, KPIs', 'government organisations, performance indicators'],
])('%s: %s is %s', (_, one, other) => {
  expect(stemsOf(one)).not.toEqual([]);
  expect(stemsOf(one)).toEqual(stemsOf(other));
});

test.each([
  ['small counts', 'in 3 of 12 cases', 'case'],
  ['the verb “send” is not SEND', 'to send a letter', 'send letter'],
])('%s: %s', (_, text, stems) => {
  expect(stemsOf(text).join(' ')).toBe(stems);
});

test('offsets are those of the word as written', () => {
  const text = 'The supplier’s £3.2 million';
  expect(createReadTerms()(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'supplier’s',
    '3.2 million',
  ]);
});
