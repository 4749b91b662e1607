import { expect, test } from 'vitest';
import { contentOfFeeds } from '../../../core/gloss/content-of-feeds.ts';
import { glossFor } from '../../../core/gloss/gloss-for.ts';
import { statementsOf } from '../../../core/passages/statements.ts';
import { readSeeds } from '../../../scripts/bundled-index.ts';
import { namePosts } from '../../bench/post-names.ts';
import { makePage, readPage } from '../sources/text-page/made-page.ts';

const THREAD = '2025-09-25T12:18';
const feeds = await readSeeds();
const [REPORT = ''] = feeds.flatMap(({ recommendations }) => recommendations.flatMap((each) => each.publication ?? []));
const statements = statementsOf(
  glossFor(contentOfFeeds(feeds), { sureness: 'exact', publication: REPORT, relatedPosts: [], reasons: [] }),
);
const names = namePosts(feeds);
const textOf = (name: string) =>
  statements.find(({ id, post }) => id.replace(post, names.get(post) ?? '') === name)?.text;

test('each recommendation is a statement of its own, also two in one post', () => {
  expect(statements.flatMap(({ recommendation }) => recommendation ?? []).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 14 }, (_, index) => index + 1),
  );
  expect(textOf(`${THREAD}/12#r3`)).toBe(
    'Publish longer-term 3y pipelines, giving industry sight of upcoming opportunities',
  );
  expect(textOf(`${THREAD}/12`)).toBeUndefined();
});

test('points are statements, and what introduces them is none', () => {
  expect(textOf(`${THREAD}/16#a`)).toMatch(/^A lack of coherence in the gov's missions/);
  expect(textOf(`${THREAD}/16`)).toBeUndefined();
});

test('a post’s words beside its recommendation are a statement', () => {
  expect(textOf(`${THREAD}/4`)?.trim()).toMatch(/^\(It’s easy to say .* by 28\/29\)$/);
});

test('addresses and handles are left out, and the publication’s title is the context', () => {
  expect(statements.some(({ text }) => /www\.|@|bsky/.test(text))).toBe(false);
  expect(new Set(statements.map(({ context }) => context))).toEqual(
    new Set(['The role of procurement in delivering mission-led government']),
  );
});

test('ids are unique', () => {
  expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
});

test.each(['1. ', '(1) ', '1️⃣ ', '① ', '1/ ', 'Recommendation 1: '])(
  'a point is one statement, numbered as “%s”',
  (label) => {
    const text = `Our recommendations\n\n${label}Ministers should act`;
    const feed = readPage(makePage([{ text: 'Thanks', card: 'On pensions | Institute for Government' }, { text }]));
    const publication = feed.publications[0]?.id ?? '';
    const match = { sureness: 'exact', publication, relatedPosts: [], reasons: [] } as const;
    const found = statementsOf(glossFor(contentOfFeeds([feed]), match)).map((statement) => statement.text.trim());
    expect(found.toSorted()).toEqual(['Ministers should act', 'Our recommendations', 'Thanks']);
  },
);
