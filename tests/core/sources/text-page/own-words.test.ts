import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../../core/link/parse-feed.ts';
import { makePage, readPage } from './made-page.ts';

const STAMP = '11.11.2025 09:25 — 👍 0    🔁 2    💬 1    📌 0';

/** What the lines of the page's own form look like, as somebody's words. */
const LINES = [
  '25.11.2025 10:00 — an event on procurement',
  '25.11.2025 10:00 — 👍 see you there',
  '25.11.2025 10:00 —',
  '25.11.2025',
  '👍 or 🔁 if you agree',
  '👍 like 🔁 repost 💬 reply 📌 pin',
  'This week: 👍 500 🔁 30 💬 12 📌 3',
  'Preview',
  'Post image',
  '@jo.bsky.social is following 20 prominent accounts',
  'Latest posts by jo.bsky.social on Bluesky',
  '702 Followers  |  234 Following  |  3 Posts  |  Joined: 01.11.2023',
  "Jo Test's Avatar",
  '@jo.bsky.social',
];
const PLACES: readonly (readonly [string, (line: string) => string])[] = [
  ['alone', (line) => line],
  ['first', (line) => `${line}\nmore`],
  ['last', (line) => `more\n${line}`],
  ['between', (line) => `more\n${line}\nmore`],
  ['a paragraph', (line) => `more\n\n${line}\n\nmore`],
  ['the first paragraph', (line) => `${line}\n\nmore`],
  ['the last paragraph', (line) => `more\n\n${line}`],
  ['with a line below it', (line) => `more\n\n${line}\nof what comes\n\nmore`],
];

describe.each(PLACES)('a line that looks like one of the page’s own, %s', (_, place) => {
  test.each(LINES)('%s', (line) => {
    const texts = ['One', place(line), 'Three'];
    expect(readPage(makePage(texts.map((text) => ({ text })))).posts.map(({ text }) => text)).toEqual(texts);
  });
});

test.each(PLACES.filter(([, place]) => !place('Post image').startsWith('Post image')))(
  'and in the first post, %s',
  (_, place) => {
    for (const line of LINES)
      expect(
        readPage(makePage([{ text: place(line) }])).posts.map(({ text }) => text),
        line,
      ).toEqual([place(line)]);
  },
);

test('the page’s own line within a paragraph of a post is a part of it', () => {
  const text = `They show\n${STAMP}\nbelow a post`;
  expect(readPage(makePage([{ text }])).posts.map((post) => post.text)).toEqual([text]);
});

test.each(LINES)('a card may say: %s', (line) => {
  const { posts } = readPage(makePage([{ text: 'One' }, { text: 'Two', card: line }]));
  expect(
    posts.map(({ text, linkCard }) => [text, linkCard && `${linkCard.title} ${linkCard.description}`.trim()]),
  ).toEqual([
    ['One', null],
    ['Two', line.replace(/\s+/g, ' ')],
  ]);
});

test.each([...LINES.filter((line) => line !== ''), `${LINES[10]}\n\nmore`, `${LINES[11]}\n\nmore`, `a\n\n\n${STAMP}`])(
  'a bio may say: %s',
  (bio) => {
    expect(readPage(makePage([{ text: 'One' }], bio)).profile).toMatchObject({ bio, followers: 702, posts: 1 });
  },
);

test('a display name may look like a handle', () => {
  const page = makePage([{ text: 'One' }]).replace('Jo Test\n\n@jo', '@jo.example\n\n@jo');
  expect(readPage(page).profile).toMatchObject({ displayName: '@jo.example', handle: 'jo.bsky.social' });
});

/** Reading over them would make one post of two. */
test.each([
  ['a damaged time', '31.02.2025 09:25 — 👍 0    🔁 2    💬 1    📌 0'],
  ['a lost time', '— 👍 0    🔁 2    💬 1    📌 0'],
  ['a lost end', '11.11.2025 09:25 — 👍 0    🔁 2    💬 1'],
  ['a lost sign', '11.11.2025 09:25 — 👍 0    2    💬 1    📌 0'],
  ['a garbled one', '11.11.2025 09:2x β€” πŸ‘ 0    πŸ” 2    πŸ’¬ 1    πŸ“Œ 0'],
  ['none, but a card', `Preview\nOn pensions ${'and what they cost '.repeat(5)}`],
  ['none, but a card of the Institute’s', 'Preview\nOn pensions | Institute for Government'],
])('a post is not taken for the end of another: %s between them', (_, between) => {
  expect(parseFeed(makePage([{ text: `One\n\n${between}\n\nTwo` }])).ok).toBe(false);
});
