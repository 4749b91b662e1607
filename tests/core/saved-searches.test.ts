import { expect, test } from 'vitest';
import { isSearchFor, keepUnread, parseSavedSearches, type SavedSearch } from '../../core/saved-searches.ts';

const SEARCH: SavedSearch = { id: 'a', name: 'Schools', text: 'schools', order: 'relevance', seenAt: 7 };

test('what was stored is read as it was', () => {
  const stored = [SEARCH, { ...SEARCH, id: 'b' }];
  expect(parseSavedSearches(structuredClone(stored))).toEqual(stored);
});

test.each([
  undefined,
  null,
  'x',
  7,
  {},
  [null, 'x', { id: 'a' }, { ...SEARCH, order: 'best' }, { ...SEARCH, seenAt: '7' }],
])('of %j nothing is a saved search', (stored) => {
  expect(parseSavedSearches(stored)).toEqual([]);
});

test('what a later version saved stays as it is, whatever becomes of the others', () => {
  const later = { ...SEARCH, id: 'later', order: 'newest', colour: 'red' };
  const more = { ...SEARCH, id: 'b', colour: 'red' };
  const stored = [later, SEARCH, more];
  expect(keepUnread(parseSavedSearches(stored), stored)).toEqual([SEARCH, more, later]);
  expect(keepUnread([], stored)).toEqual([later]);
  expect(keepUnread([SEARCH], undefined)).toEqual([SEARCH]);
});

test('two of one id are one', () => {
  expect(parseSavedSearches([SEARCH, { ...SEARCH, name: 'Other' }])).toEqual([SEARCH]);
});

test('a search is the same with spaces around it, and not in another order', () => {
  expect(isSearchFor(SEARCH, { text: ' schools ', order: 'relevance' })).toBe(true);
  expect(isSearchFor(SEARCH, { text: 'schools', order: 'day' })).toBe(false);
});
