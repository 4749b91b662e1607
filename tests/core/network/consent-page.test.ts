import { expect, test } from 'vitest';
import { type ConsentWanted, consentAddress, readConsentQuery } from '../../../core/network/consent-page.ts';

const queryOf = (wanted: ConsentWanted) => new URL(consentAddress(wanted), 'https://own.example').search;

test.each<ConsentWanted>([
  { purpose: 'refresh', feed: 'text-page:a.example' },
  { purpose: 'refresh', feed: 'a&purpose=accounts#?é ' },
  { purpose: 'refresh', feed: null },
  { purpose: 'accounts', add: null },
  { purpose: 'accounts', add: '@a.example & b' },
  { purpose: 'ask', address: 'https://a.example/?b=1&purpose=accounts#c' },
  { purpose: 'ask', address: null },
])('$purpose for $feed$address$add is read as it was written', (wanted) => {
  expect(readConsentQuery(queryOf(wanted))).toEqual(wanted);
});

test.each(['', '?', '?purpose=nonsense', '?feed='])('%s asks to bring all up to date', (query) => {
  expect(readConsentQuery(query)).toEqual({ purpose: 'refresh', feed: null });
});

test('of accounts to add, no feed is meant', () => {
  expect(readConsentQuery('?purpose=accounts&feed=a')).toEqual({ purpose: 'accounts', add: null });
});
