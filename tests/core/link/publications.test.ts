import { expect, test } from 'vitest';
import { parseFeed } from '../../../core/link/parse-feed.ts';
import { makePage, readPage } from '../sources/text-page/made-page.ts';

const cards = (...lines: readonly string[]) =>
  readPage(makePage(['First', ...lines].map((card, index) => ({ text: 'x', ...(index > 0 && { card }) }))))
    .publications;

test.each([
  ['???', '!!!'],
  ['🎉', '👍'],
  ['👍', '👍👍'],
  ['…', '—'],
  ['??? | Institute for Government', '!!! | Institute for Government'],
  ['???', '??? | Institute for Government'],
])('titles without letters are two: %s and %s', (one, other) => {
  expect(cards(one, other).map(({ title }) => title)).toEqual([one, other].map((line) => line.replace(/ \|.*/, '')));
});

test('the same title is one publication, whatever its marks are', () => {
  expect(cards('???', '???')).toHaveLength(1);
  expect(cards('What now?', 'What now…')).toHaveLength(1);
});

test('an address that is known for one title without letters is no other’s', () => {
  const known = [{ title: '???', address: 'https://a.example/b', seen: '' }];
  const feed = parseFeed(makePage([{ text: 'x' }, { text: 'x', card: '!!!' }, { text: 'x', card: '???' }]), known);
  expect(feed.ok && feed.value.publications.map(({ addresses }) => addresses)).toEqual([[], ['https://a.example/b']]);
});

const TITLE = 'How to fix the centre of government';
const own = (title = TITLE) => `${title} | Institute for Government About it.`;
const shown = (path: string) => `https://www.instituteforgovernment.org.uk${path}`;
const feedOf = (...posts: { text: string; card?: string }[]) =>
  readPage(makePage([{ text: 'x' }, ...posts.map((post) => ({ ...post, replies: 0 }))]));

test('one report under titles that drift is one, with what each post shows', () => {
  const feed = feedOf(
    { text: shown('/comment/fix'), card: own('HOW TO FIX THE CENTRE OF GOVERNMENT') },
    { text: 'x', card: own(`“${TITLE}”`) },
    { text: 'x', card: own() },
  );
  expect(feed.publications).toMatchObject([
    {
      title: TITLE,
      otherTitles: [`“${TITLE}”`, TITLE.toUpperCase()],
      addresses: ['https://instituteforgovernment.org.uk/comment/fix'],
      kind: 'comment',
    },
  ]);
  const [id] = feed.publications.map((each) => each.id);
  expect(feed.posts.map(({ publications }) => publications)).toEqual([[], [id], [id], [id]]);
});

test('two pages of one title are two, each of its posts, with ids of their own', () => {
  const feed = feedOf(
    { text: shown('/event/fix'), card: own() },
    { text: 'x', card: own() },
    { text: shown('/comment/fix'), card: own() },
  );
  expect(feed.publications.map(({ kind }) => kind)).toEqual(['event', 'page', 'comment']);
  expect(new Set(feed.publications.map(({ id }) => id)).size).toBe(3);
  expect(feed.posts.flatMap(({ publications }) => publications)).toEqual(feed.publications.map(({ id }) => id));
});

test('an id says nothing, is another in another feed, and stays when posts are added', () => {
  const old = [
    { text: 'x', card: own() },
    { text: 'x', card: own('Something else that matters a lot now') },
  ];
  const page = makePage([{ text: 'x' }, ...old.map((post) => ({ ...post, replies: 0 }))]);
  const ids = readPage(page).publications.map(({ id }) => id);
  for (const id of ids) expect(id).toMatch(/^publication:[0-9a-f]{16}$/);
  const further = [
    { text: shown('/comment/fix'), card: own() },
    { text: 'x', card: own('Quite new') },
  ];
  expect(feedOf(...further, ...old).publications.map(({ id }) => id)).toEqual([ids[0], expect.any(String), ids[1]]);
  const others = readPage(page.replaceAll('jo.bsky', 'jim.bsky')).publications.map(({ id }) => id);
  expect(others.filter((id) => ids.includes(id))).toEqual([]);
});

test('an address that is known for a title is not given to what is shown to be elsewhere', () => {
  const known = [{ title: TITLE, address: 'https://instituteforgovernment.org.uk/publication/fix', seen: '' }];
  const addressesOf = (text: string) => {
    const feed = parseFeed(makePage([{ text: 'x' }, { text, card: own(`The ${TITLE}`) }]), known);
    return feed.ok && feed.value.publications.map(({ addresses }) => addresses);
  };
  expect(addressesOf('www.instituteforgovernment.org.uk/publication/...')).toEqual([[known[0]?.address]]);
  expect(addressesOf('www.instituteforgovernment.org.uk/event/fix-ce...')).toEqual([[]]);
});

test.each([
  ['event', 'event'],
  ['comment', 'comment'],
  ['explainer', 'explainer'],
  ['press-release', 'press-release'],
  ['publication', 'chapter'],
])('what is called as a chapter is one only where reports stand: /%s/ holds an %s', (section, kind) => {
  const title = 'Budget 2025: How should the chancellor respond?';
  const text = `x\n\nwww.instituteforgovernment.org.uk/${section}/budget-2025`;
  const { publications } = readPage(makePage([{ text, card: own(title) }]));
  expect(publications.map((each) => each.kind)).toEqual([kind]);
});
