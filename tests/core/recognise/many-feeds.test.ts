import { describe, expect, test } from 'vitest';
import { contentOfFeeds } from '../../../core/gloss/content-of-feeds.ts';
import { wholeGloss } from '../../../core/gloss/gloss-for.ts';
import { createResolver } from '../../../core/recognise/resolve.ts';
import { readSeeds } from '../../../scripts/bundled-index.ts';
import { createRandom, makeFeed, SETTINGS } from '../../bench/gold.ts';
import { claimGold, type GoldFeed, splitGold } from '../../bench/gold-splits.ts';

const DRAWS = 4;
const seeds = await readSeeds();

const SPLITS = [1, 2, 3, 4, 5].flatMap((count) => [0, 0.5, 1].map((overlap) => ({ count, overlap })));

describe('several feeds claim at least what the best of them claims', () => {
  test.each(SPLITS)(
    '$count feeds, of which each other has a page with chance $overlap',
    ({ count, overlap }) => {
      const random = createRandom(count * 10 + overlap * 4);
      for (let draw = 0; draw < DRAWS; draw += 1) {
        const feeds = splitGold(count, overlap, random);
        const claimTogether = claimGold(feeds);
        const claimAlone = feeds.map((feed) => claimGold([feed]));
        for (const setting of SETTINGS) {
          const together = claimTogether(setting);
          const alone = claimAlone.map((claim) => claim(setting));
          expect(together.wrong, setting).toEqual([]);
          expect(together.right.size, setting).toBeGreaterThanOrEqual(
            Math.max(...alone.map(({ right }) => right.size)),
          );
        }
        expectEachPostOnce(feeds);
      }
    },
    60_000,
  );
});

/** A card shows every post about its page from all feeds, each once. */
function expectEachPostOnce(feeds: readonly GoldFeed[]) {
  const all = feeds.map(({ feed }) => feed);
  const content = contentOfFeeds(all);
  const pageOf = new Map(feeds.flatMap((each) => [...each.pageOf]));
  for (const { id, members } of content.publications) {
    const { conversations } = wholeGloss(content, {
      sureness: 'exact',
      publication: id,
      relatedPosts: [],
      reasons: [],
    });
    const shown = conversations.flatMap(({ posts }) => posts.map((post) => post.id));
    const page = pageOf.get(members[0] ?? '');
    const about = all.flatMap(({ posts }) => posts).filter((post) => pageOf.get(post.publications[0] ?? '') === page);
    expect(shown.toSorted()).toEqual(about.map((post) => post.id).toSorted());
  }
}

const SITE = 'https://www.instituteforgovernment.org.uk';

describe('beside a second feed with the same report under a title without "The"', () => {
  const PROCUREMENT = `${SITE}/publication/procurement-government-missions-delivery`;
  const card = { url: PROCUREMENT, title: 'Role of procurement in delivering mission-led government' };

  test.each([PROCUREMENT, undefined])('the procurement card keeps its posts, where that shows %s', (shown) => {
    for (const feeds of [
      [...seeds, makeFeed([{ ...card, shown }])],
      [makeFeed([{ ...card, shown }]), ...seeds],
    ]) {
      const match = createResolver(feeds).resolve({ url: PROCUREMENT });
      expect(match.sureness).toBe('exact');
      const { conversations, sections } = wholeGloss(contentOfFeeds(feeds), match);
      expect(conversations.flatMap(({ posts }) => posts)).toHaveLength(17 + 1);
      expect(sections.flatMap(({ recommendations }) => recommendations)).toHaveLength(14);
    }
  });

  test('the link on tax reform stays likely', () => {
    const url = `${SITE}/publication/2025-budget-tax-reform`;
    const title =
      seeds.flatMap(({ publications }) => publications).find((each) => /tax reform/.test(each.title))?.title ?? '';
    const before = createResolver(seeds);
    const other = makeFeed([{ url, title: title.replace(/^The /, '') }]);
    const after = createResolver([...seeds, other]);
    for (const query of [{ url }, { url, text: title }]) {
      expect(before.resolve(query).sureness, title).toBe('likely');
      expect(after.resolve(query).sureness, title).toBe('likely');
    }
  });
});

test('a report is recognised by whichever of its titles, in whichever order its feeds came', () => {
  const url = `${SITE}/publication/buying-better`;
  const names = [
    'Procurement and the national missions that this government set',
    'How buying better can serve five national goals',
  ];
  const feeds = names.map((title, place) => ({ ...makeFeed([{ url, title }]), id: `feed ${place}` }));
  const known = feeds.map((feed) => ({
    ...feed,
    publications: feed.publications.map((each) => ({
      ...each,
      id: `${feed.id} ${each.id}`,
      addresses: ['https://instituteforgovernment.org.uk/publication/buying-better'],
      displayForms: [],
    })),
    posts: feed.posts.map((post) => ({ ...post, publications: post.publications.map((id) => `${feed.id} ${id}`) })),
  }));
  for (const order of [known, known.toReversed()]) {
    const { resolve } = createResolver(order);
    for (const title of names) {
      expect(resolve({ url: `${SITE}/node/123`, title }).sureness).toBe('likely');
      const file = `${SITE}/sites/default/files/${title.replaceAll(' ', '-').toLowerCase()}.pdf`;
      expect(resolve({ url: file }).sureness).toBe('likely');
    }
  }
});
