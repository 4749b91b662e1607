import { readFileSync } from 'node:fs';
import { canonicalAddress } from '../../core/address/canonical.ts';
import { displayForm } from '../../core/address/display-form.ts';
import { parseFeed } from '../../core/link/parse-feed.ts';
import type { Feed } from '../../core/model/feed.ts';
import { createResolver, type Query } from '../../core/recognise/resolve.ts';
import { describeFault } from '../../core/result.ts';

export interface GoldPage {
  readonly url: string;
  readonly title: string | null;
}

/** What the resolver is given beside the address. */
export const SETTINGS = ['address only', 'address and link text', 'address and page title'] as const;
export type Setting = (typeof SETTINGS)[number];

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly claims: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

const DRAWS = 50;
const gold = (name: string) => JSON.parse(readFileSync(new URL(`../gold/${name}.json`, import.meta.url), 'utf8'));

export const goldPages = gold('pages').pages as readonly (GoldPage & { readonly title: string })[];
export const goldOthers = gold('others').urls as readonly GoldPage[];

/**
 * Precision and recall of the claims in an open world: in each of 50 seeded draws a random half of the titled pages
 * is in the feed, as link cards with their display form, and all addresses are asked.
 */
export function scoreGold(setting: Setting): Score {
  const random = createRandom(2026);
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const drawn = shuffle(goldPages, random).slice(0, Math.floor(goldPages.length / 2));
    const feed = makeFeed(drawn);
    const { resolve } = createResolver([feed]);
    const titleOf = new Map(drawn.map(({ url, title }) => [canonicalAddress(url), title]));
    for (const page of [...goldPages, ...goldOthers]) {
      const { publication } = resolve(makeQuery(page, setting));
      const claimed = feed.publications.find(({ id }) => id === publication)?.title ?? null;
      const is = titleOf.get(canonicalAddress(page.url)) ?? null;
      if (claimed !== null && claimed === is) right += 1;
      else if (claimed !== null) wrong.push(`${page.url} taken for “${claimed}”`);
      if (is !== null && claimed !== is) missed.push(page.url);
    }
  }
  const claims = right + wrong.length;
  return { precision: right / claims, recall: right / (right + missed.length), claims, wrong, missed };
}

export function makeQuery({ url, title }: GoldPage, setting: Setting): Query {
  if (title === null || setting === 'address only') return { url };
  return setting === 'address and link text' ? { url, text: title } : { url, title };
}

/** What a post shows of a page: its address whole or, where `shown` is not given, as Bluesky shows it. */
interface ShownPage {
  readonly url: string;
  readonly title: string;
  readonly shown?: string | undefined;
}

/** A feed in the form of the seed, with a link card for each page. */
export function makeFeed(pages: readonly ShownPage[], handle = 'gold.example'): Feed {
  const head = [
    "Gold's Avatar",
    'Gold',
    `@${handle}`,
    `1 Followers  |  1 Following  |  ${pages.length} Posts  |  Joined: 01.11.2023`,
    `Latest posts by ${handle} on Bluesky\n`,
  ].join('\n\n');
  const posts = pages.map(
    ({ url, title, shown = displayForm(url) }, index) =>
      `Preview\n${/\|/.test(title) ? title : `${title} | Institute for Government`} A description.\n\nNew today\n${shown}\n\n${stampBefore(index)}\n`,
  );
  const feed = parseFeed(head + posts.join(''));
  if (!feed.ok) throw new Error(describeFault(feed.error));
  return feed.value;
}

function stampBefore(minutes: number): string {
  const [day = '', time = ''] = new Date(Date.UTC(2025, 10, 11) - minutes * 60_000).toISOString().split('T');
  return `${day.split('-').reverse().join('.')} ${time.slice(0, 5)} — 👍 0    🔁 0    💬 0    📌 0`;
}

/** A small generator, so that every run draws the same: https://en.wikipedia.org/wiki/Linear_congruential_generator */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
