import { expect, test } from 'vitest';
import { amountsAt } from '../../../core/search/amounts.ts';

test.each<[string, readonly string[], readonly string[]]>([
  ['a short form by its number and its unit', ['400bn'], ['400', 'billion']],
  ['a number by its short form, where the unit stands behind it', ['400', 'billion'], ['400bn']],
  ['and where a short unit does', ['400', 'm'], ['400m']],
  ['a fraction as it is written', ['1.2bn'], ['1.2', 'billion']],
  ['and by its short form', ['1.2', 'billion'], ['1.2bn']],
  ['no number without a unit', ['400', 'posts'], []],
  ['no number at the end', ['400'], []],
  ['no unit behind what is no whole number', ['2a', 'billion'], []],
  ['no unit behind a word', ['several', 'billion'], []],
])('%s', (_, words, found) => {
  expect(amountsAt(words, 0)).toEqual(found);
});
