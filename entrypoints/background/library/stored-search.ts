import type { PublicationId } from '../../../core/model/ids.ts';
import type { Post } from '../../../core/model/post.ts';
import type { Publication } from '../../../core/model/publication.ts';
import type { Recommendation } from '../../../core/model/recommendation.ts';
import { termsBeginning } from '../../../core/postings/pages.ts';
import type { Hits, PublicationHit, SearchResults } from '../../../core/protocol/look-up.ts';
import { byShown } from '../../../core/recognise/keys.ts';
import { MAX_SHOWN, presentFound } from '../../../core/search/find-in-feeds.ts';
import { type Document, type Found, findWords, type Searched } from '../../../core/search/find-words.ts';
import { fieldIndex, wordIndex } from '../../../core/search/indexes.ts';
import { displayFormKey } from '../../../core/search/read-asked.ts';
import {
  FIELDS,
  type FieldOf,
  type Kind,
  MAX_POSTS_ABOUT,
  readPost,
  readPublication,
  readRecommendation,
} from '../../../core/search/searched.ts';
import { Damage, present } from './damage.ts';
import { readMeta } from './meta.ts';
import { createNoting, learnEach, type Noting } from './noting.ts';
import { type IndexPart, partsOf, placeIn, readPage, readPostings } from './read-postings.ts';
import { type Run, runsOf } from './runs.ts';
import type { FeedRow, PublicationRow, Reading, RowKey, Segment } from './schema.ts';
import { readFeedRows, readPostKeys, readPublication as readRow } from './stored-said.ts';

const NONE: Hits<never> = { items: [], total: 0 };

/** The publications that most is said about, the Institute's own first. */
export async function listAll(reading: Reading): Promise<SearchResults> {
  const rows = await reading.objectStore('publications').index('rank').getAll(null, MAX_SHOWN);
  const total = (await readMeta(reading, 'publications')) ?? 0;
  return { publications: { items: rows.map((row) => hit(row, [])), total }, recommendations: NONE, posts: NONE };
}

/** The publications that posts show with a shortened address, given as its key. */
export async function findShown(reading: Reading, key: string): Promise<SearchResults> {
  const rows = await reading.objectStore('publications').index('keys').getAll(byShown(key));
  const items = rows
    .sort((a, b) => a.rank[2] - b.rank[2] || a.rank[3] - b.rank[3])
    .map((row) => {
      const words = row.publication.displayForms.filter((form) => displayFormKey(form) === key);
      return hit(row, [{ field: 'shown-address', words }]);
    });
  const publications = { items: items.slice(0, MAX_SHOWN), total: items.length };
  return { publications, recommendations: NONE, posts: NONE };
}

function hit({ publication, posts }: PublicationRow, foundIn: PublicationHit['foundIn']): PublicationHit {
  return { publication, posts, foundIn };
}

/** What holds the words of a text, from the postings of its words and the texts of a few. */
export async function findStoredWords(reading: Reading, text: string): Promise<SearchResults> {
  const feeds = await readFeedRows(reading);
  const documents = readDocuments(reading, feeds);
  const [publications, recommendations, posts] = await Promise.all([
    find(reading, feeds, { kind: 'publications', read: documents.publication, text }),
    find(reading, feeds, { kind: 'recommendations', read: documents.recommendation, text }),
    find(reading, feeds, { kind: 'posts', read: documents.post, text }),
  ]);
  const found = { publications, recommendations, posts };
  const shown = found.publications.hits.slice(0, MAX_SHOWN).map(({ item }) => item.id);
  const rows = await Promise.all(shown.map((id) => readRow(reading, id)));
  const counts = new Map(shown.map((id, index) => [id, rows[index]?.posts ?? 0]));
  return presentFound(found, (id) => counts.get(id) ?? 0);
}

/** How many documents of each kind a segment has. */
const SIZES = { publications: 'entries', recommendations: 'recommendations', posts: 'posts' } as const satisfies Record<
  Kind,
  keyof Segment
>;

interface Search<K extends Kind, Item> {
  readonly kind: K;
  readonly text: string;
  readonly read: (key: RowKey) => Promise<Document<Item, FieldOf<K>>>;
}

async function find<K extends Kind, Item>(
  reading: Reading,
  feeds: readonly FeedRow[],
  { kind, text, read }: Search<K, Item>,
): Promise<Found<Item, FieldOf<K>>> {
  const parts = partsOf(feeds, SIZES[kind]);
  const weights = Object.entries(FIELDS[kind]) as [FieldOf<K>, number][];
  const fields = weights.map(([field, weight]) => ({ field, weight, of: createNoting<string, readonly number[]>() }));
  const begun = createNoting<string, readonly string[]>();
  const documents = createNoting<number, Document<Item, FieldOf<K>>>();
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const searched: Searched<Item, FieldOf<K>> = { size, documents, fields, begun };
  const readMissing = async () => {
    const counts = [await learnEach(begun, (start) => readBegun(reading, kind, parts, start))];
    for (const { field, of } of fields) counts.push(await learnNumbers(reading, of, [fieldIndex(kind, field), parts]));
    counts.push(await learnEach(documents, (number) => read(placeIn(parts, number))));
    return counts.some((count) => count > 0);
  };
  let found = findWords(text, searched);
  while (await readMissing()) found = findWords(text, searched);
  return found;
}

async function learnNumbers(
  reading: Reading,
  of: Noting<string, readonly number[]>,
  index: Parameters<typeof readPostings>[1],
): Promise<number> {
  const missing = of.takeMissing();
  if (missing.length === 0) return 0;
  const found = await readPostings(reading, index, missing);
  for (const family of missing) of.learn(family, found.get(family)?.documents ?? []);
  return missing.length;
}

/** The words that begin so, of each part as many as a page and the next one hold. */
async function readBegun(
  reading: Reading,
  kind: Kind,
  parts: readonly IndexPart[],
  start: string,
): Promise<readonly string[]> {
  const index = wordIndex(kind);
  const read = parts.map(async ({ number }) => {
    const page = await readPage(reading, [number, index, start]);
    const behind = IDBKeyRange.bound([number, index, start], [number, index, `${start}\uffff`], true);
    const [next] = await reading.objectStore('pages').getAll(behind, 1);
    return [page, next].flatMap((each) => (each ? termsBeginning(each, start) : []));
  });
  return [...new Set((await Promise.all(read)).flat())].sort();
}

/** What is looked through, from where it is stored; the entries of one publication are the same document. */
function readDocuments(reading: Reading, feeds: readonly FeedRow[]) {
  const order = new Map(partsOf(feeds, 'posts').map(({ number }, place) => [number, place]));
  const publications = new Map<PublicationId, Promise<Document<Publication, FieldOf<'publications'>>>>();
  const readTexts = async (row: PublicationRow) => {
    const keys = (await readPostKeys(reading, row, order)).slice(0, MAX_POSTS_ABOUT).map(({ key }) => key);
    const runs = await Promise.all(runsOf(keys).map((run) => readRun(reading, run)));
    return runs.flat().map(({ text }) => text);
  };
  const postAt = async (key: RowKey): Promise<Post> => present(await reading.objectStore('posts').get(key));
  return {
    async publication(key: RowKey) {
      const row = present(await reading.objectStore('publications').index('entries').get(key));
      const { id } = row.publication;
      const known = publications.get(id) ?? readTexts(row).then((texts) => readPublication(row.publication, texts));
      publications.set(id, known);
      return known;
    },
    async recommendation(key: RowKey): Promise<Document<Recommendation, 'text'>> {
      return readRecommendation(present(await reading.objectStore('recommendations').get(key)));
    },
    post: async (key: RowKey) => readPost(await postAt(key)),
  };
}

async function readRun(reading: Reading, { first, last }: Run): Promise<readonly Post[]> {
  const posts = await reading.objectStore('posts').getAll(IDBKeyRange.bound(first, last));
  if (posts.length !== last[1] - first[1] + 1) throw new Damage('a post is missing');
  return posts;
}
