import type { Feed } from '../../../core/model/feed.ts';
import { findDamage } from '../../../core/model/feed-shapes.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { below, type FeedRow, type LibraryDatabase, type Reading, type Segment } from './schema.ts';

type Content = Pick<Feed, 'posts' | 'threads' | 'recommendations' | 'publications'>;

/** All that a feed holds, newest first; or what of it is damaged, also where rows are missing. */
export async function readFeed(database: LibraryDatabase, row: FeedRow): Promise<Result<Feed, string>> {
  const { id, origin, profile, asOf, segments } = row;
  const reading = database.transaction(['posts', 'threads', 'recommendations', 'entries']);
  const read = await Promise.all(segments.toReversed().map((segment) => readSegment(reading, segment)));
  const content = {
    posts: read.flatMap(({ posts }) => posts),
    threads: read.flatMap(({ threads }) => threads),
    recommendations: read.flatMap(({ recommendations }) => recommendations),
    publications: read.flatMap(({ publications }) => publications),
  };
  const missing = findMissing(content, segments);
  if (missing !== null) return fail(`${missing}: other rows than were stored`);
  const feed = { id, origin, profile, asOf, ...content };
  const damage = findDamage(feed);
  return damage === null ? succeed(feed) : fail(`${damage}: a damaged row`);
}

async function readSegment(reading: Pick<Reading, 'objectStore'>, { number }: Segment): Promise<Content> {
  const [posts, threads, recommendations, entries] = await Promise.all([
    reading.objectStore('posts').getAll(below(number)),
    reading.objectStore('threads').getAll(below(number)),
    reading.objectStore('recommendations').getAll(below(number)),
    reading.objectStore('entries').getAll(below(number)),
  ]);
  return { posts, threads, recommendations, publications: entries.map(({ publication }) => publication) };
}

function findMissing({ posts, threads, recommendations, publications }: Content, segments: readonly Segment[]) {
  const found = { posts, threads, recommendations, entries: publications };
  const names = Object.keys(found) as (keyof typeof found)[];
  const stored = (name: keyof typeof found) => segments.reduce((sum, segment) => sum + segment[name], 0);
  return names.find((name) => found[name].length !== stored(name)) ?? null;
}
