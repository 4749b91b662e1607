import type { Page } from 'puppeteer-core';
import type { Feed } from '../../core/model/feed.ts';
import { PUBLICATION_KINDS } from '../../core/model/publication.ts';
import type { BrowseRequests } from '../../core/protocol/library-page.ts';
import type { RequestOf } from '../../core/protocol/wire.ts';
import { timeAsked } from './library-driver.ts';

/** Asks one question of who looks around in a library, and says how many milliseconds its answer took. */
export type TimeBrowsing = (seam: Page) => Promise<number>;

/** What is asked for, as the rows of the figures call it. */
export const BROWSED = [
  'list of publications',
  'publication',
  'list of threads',
  'thread',
  'post',
  'two publications',
] as const;
export type Browsed = (typeof BROWSED)[number];

const ASKED = 40;

/** Questions of each kind, spread over all that a feed holds, the most popular publications among them. */
export function browsingIn({
  posts,
  threads,
  publications,
  recommendations,
}: Feed): Readonly<Record<Browsed, readonly TimeBrowsing[]>> {
  const recommended = Map.groupBy(recommendations, ({ publication }) => publication ?? '');
  const popular = [...recommended].sort(([, a], [, b]) => b.length - a.length).map(([id]) => id);
  const lists = (['said', 'day', 'title'] as const).flatMap((order) =>
    [null, ...PUBLICATION_KINDS].flatMap((kind) => [0, 100].map((start) => ({ order, kind, start }))),
  );
  const described = spread([...popular.slice(0, 5), ...publications.map(({ id }) => id)]);
  const pairs = popular.slice(0, ASKED).map((first, place) => ({ first, second: popular[place + 1] ?? first }));
  return {
    'list of publications': lists.map((wanted) => ask('listPublications', wanted)),
    publication: described.map((id) => ask('describePublication', { id })),
    'list of threads': spread([...threads.keys()]).map((start) => ask('listThreads', { start })),
    thread: spread(threads).map(({ id }) => ask('describeThread', { id })),
    post: spread(posts).map(({ id }) => ask('describePost', { id })),
    'two publications': pairs.map((both) => ask('comparePublications', both)),
  };
}

function ask<Name extends keyof BrowseRequests>(name: Name, request: RequestOf<BrowseRequests, Name>): TimeBrowsing {
  return (seam) => timeAsked<Name>(seam, name, request);
}

/** So many of all at most, at like distances. */
function spread<Item>(items: readonly Item[]): Item[] {
  const step = Math.max(1, items.length / ASKED);
  return items.filter((_, place) => Math.floor(place / step) !== Math.floor((place - 1) / step)).slice(0, ASKED);
}
