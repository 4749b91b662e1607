import { expect, test } from 'vitest';
import { glossFor } from '../../../core/match/gloss-for.ts';
import { notesOf } from '../../../core/passages/notes.ts';
import { readSeeds } from '../../../scripts/bundled-index.ts';

const THREAD = 'drbenpaxton.bsky.social/2025-09-25T12:18';
const REPORT = 'ifg:the-role-of-procurement-in-delivering-mission-led-government';
const feeds = await readSeeds();
const notes = notesOf(glossFor(feeds, { sureness: 'exact', publication: REPORT, relatedPosts: [], reasons: [] }));
const textOf = (id: string) => notes.find((note) => note.id === id)?.text;

test('each recommendation is a note of its own, also two in one post', () => {
  expect(notes.flatMap(({ recommendation }) => recommendation ?? []).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 14 }, (_, index) => index + 1),
  );
  expect(textOf(`${THREAD}/12#r3`)).toBe(
    'Publish longer-term 3y pipelines, giving industry sight of upcoming opportunities',
  );
  expect(textOf(`${THREAD}/12`)).toBeUndefined();
});

test('points are notes, and what introduces them is none', () => {
  expect(textOf(`${THREAD}/16#a`)).toMatch(/^A lack of coherence in the gov's missions/);
  expect(textOf(`${THREAD}/16`)).toBeUndefined();
});

test('a post’s words beside its recommendation are a note', () => {
  expect(textOf(`${THREAD}/4`)?.trim()).toMatch(/^\(It’s easy to say .* by 28\/29\)$/);
});

test('addresses and handles are left out, and the publication’s title is the context', () => {
  expect(notes.some(({ text }) => /www\.|@|bsky/.test(text))).toBe(false);
  expect(new Set(notes.map(({ context }) => context))).toEqual(
    new Set(['The role of procurement in delivering mission-led government']),
  );
});

test('ids are unique', () => {
  expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length);
});
