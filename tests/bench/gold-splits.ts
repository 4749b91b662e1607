import { canonicalAddress } from '../../core/address/canonical.ts';
import { publicationsOfFeeds } from '../../core/link/publications-of-feeds.ts';
import type { Feed } from '../../core/model/feed.ts';
import { createResolver } from '../../core/recognise/resolve.ts';
import { createRandom, type GoldPage, goldOthers, goldPages, makeFeed, makeQuery, type Setting } from './gold.ts';

/** A feed, and which gold page each of its entries is. */
export interface GoldFeed {
  readonly feed: Feed;
  readonly pageOf: ReadonlyMap<string, string>;
}

export interface Claims {
  readonly right: ReadonlySet<string>;
  /** A line for each page that was taken for another, or for what is made of several. */
  readonly wrong: readonly string[];
}

/** How the titles of one page really differ from feed to feed. */
const DRIFTS: readonly ((title: string) => string)[] = [
  (title) => title,
  (title) => title.replace(/^(?:The|A) /, ''),
  (title) => (/^The /.test(title) ? title : `The ${title}`),
  (title) => `“${title}”`,
  (title) => title.toUpperCase(),
  (title) => title.replaceAll('’', "'").replaceAll(' – ', ' - '),
  (title) => `${title} | The Institute for Government`,
];
const OLD_NAMES = [
  ['/publication/', '/publications/'],
  ['/explainer/', '/explainers/'],
  ['/article/comment/', '/blog/'],
] as const;

/**
 * The titled gold pages in some feeds: each in at least one of them, and in each other one with the chance given. Titles
 * drift, addresses have old names and `-0`, and each feed shows them whole or shortened.
 */
export function splitGold(count: number, overlap: number, random: () => number): GoldFeed[] {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
  const homes = goldPages.map(() => Math.floor(random() * count));
  return Array.from({ length: count }, (_, number) => {
    const isWhole = random() < 0.5;
    const pages = goldPages.filter((_, index) => homes[index] === number || random() < overlap);
    const shown = pages.map((page) => {
      const url = renamed(page.url, random);
      return { url, title: pick(DRIFTS)?.(page.title) ?? page.title, shown: isWhole ? url : undefined };
    });
    const feed = makeFeed(shown, `gold${number}.example`);
    const named = feed.posts.flatMap(({ publications: [id] }, index) => {
      const page = pages[index];
      return id === undefined || page === undefined ? [] : [[id, keyOf(page)] as const];
    });
    return { feed, pageOf: new Map(named) };
  });
}

function renamed(url: string, random: () => number): string {
  const old = OLD_NAMES.reduce((named, [now, before]) => (random() < 0.5 ? named.replace(now, before) : named), url);
  return random() < 0.2 ? `${old}-0` : old;
}

/** What is claimed of all gold pages by some feeds together in each setting, and which of these claims are right. */
export function claimGold(feeds: readonly GoldFeed[]): (setting: Setting) => Claims {
  const all = feeds.map(({ feed }) => feed);
  const { resolve } = createResolver(all);
  const publications = new Map(publicationsOfFeeds(all).map((each) => [each.id, each]));
  const pageOf = new Map(feeds.flatMap((each) => [...each.pageOf]));
  return (setting) => {
    const right = new Set<string>();
    const wrong: string[] = [];
    for (const page of [...goldPages, ...goldOthers]) {
      const claimed = publications.get(resolve(makeQuery(page, setting)).publication ?? '');
      if (claimed === undefined) continue;
      const pages = new Set(claimed.members.map((id) => pageOf.get(id) ?? ''));
      if (pages.size === 1 && pages.has(keyOf(page))) right.add(keyOf(page));
      else wrong.push(`${page.url} taken for ${[...pages].join(' and ')}`);
    }
    return { right, wrong };
  };
}

/** What some feeds claim of the pages that any of them has, and what the best of them claims of these by itself. */
export function scoreSplits(count: number, setting: Setting, draws: number): Record<'together' | 'best', Score> {
  const random = createRandom(count);
  const sums = { pages: 0, best: { right: 0, claims: 0 }, together: { right: 0, claims: 0 } };
  for (let draw = 0; draw < draws; draw += 1) {
    const feeds = splitGold(count, 0.5, random);
    const [best] = feeds.map((feed) => claimGold([feed])(setting)).sort((a, b) => b.right.size - a.right.size);
    sums.pages += goldPages.length;
    for (const [name, claims] of [['best', best] as const, ['together', claimGold(feeds)(setting)] as const]) {
      sums[name].right += claims?.right.size ?? 0;
      sums[name].claims += (claims?.right.size ?? 0) + (claims?.wrong.length ?? 0);
    }
  }
  const score = ({ right, claims }: typeof sums.best) => ({ precision: right / claims, recall: right / sums.pages });
  return { best: score(sums.best), together: score(sums.together) };
}

interface Score {
  readonly precision: number;
  readonly recall: number;
}

function keyOf({ url }: GoldPage): string {
  return canonicalAddress(url) ?? url;
}
