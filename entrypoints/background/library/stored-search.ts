import type { PublicationId } from '../../../core/model/ids.ts';
import type { Publication } from '../../../core/model/publication.ts';
import { present } from '../../../core/postings/damage.ts';
import type { Hits, PublicationHit, SearchResults } from '../../../core/protocol/look-up.ts';
import { byShown } from '../../../core/recognise/keys.ts';
import { type AskedWord, mayBegin, readAskedWords, tellingWordsOf } from '../../../core/search/asked-words.ts';
import { findCandidates } from '../../../core/search/candidates.ts';
import { MAX_SHOWN, presentFound } from '../../../core/search/find-in-feeds.ts';
import { type Document, type Found, rankCandidates, type Skimmed, showHit } from '../../../core/search/find-words.ts';
import { displayFormKey } from '../../../core/search/read-asked.ts';
import { type InTexts, readBegun, readDocuments } from '../../../core/search/read-index.ts';
import {
  FIELDS,
  type FieldOf,
  type Kind,
  readPost,
  readPublication,
  readRecommendation,
  skimPublication,
} from '../../../core/search/searched.ts';
import { placeSegments } from '../../../core/search/source.ts';
import { MAX_POSTS_ABOUT, type SearchedText } from '../../../core/search/written.ts';
import { foundBy } from '../../../core/text/said-in.ts';
import { readMeta } from './meta.ts';
import { partsOf, placeIn } from './read-postings.ts';
import type { FeedRow, PublicationRow, Reading, RowKey, Segment } from './schema.ts';
import { readFeedRows, readPostKeys } from './stored-said.ts';
import { readRows, storedPages } from './stored-source.ts';

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
  const source = storedPages(reading, feeds);
  const segments = placeSegments(source.feeds);
  const words = tellingWordsOf(text);
  const begun = await readEach(words.filter(mayBegin), (word) => readBegun(source, segments, word));
  const askedOf = (kind: Kind) => readAskedWords(words, { get: (word) => begun.get(word)?.get(kind) });
  const asked = {
    publications: askedOf('publications'),
    recommendations: askedOf('recommendations'),
    posts: askedOf('posts'),
  };
  const families = Object.values(asked).flatMap((each) => each.flatMap((word) => [...word.families]));
  const held = await readDocuments(source, segments, families);
  const documents = readDocumentsFrom(reading, feeds);
  const [publications, recommendations, posts] = await Promise.all([
    find({ kind: 'publications', read: documents.publication, asked: asked.publications, held, feeds }),
    find({ kind: 'recommendations', read: documents.recommendation, asked: asked.recommendations, held, feeds }),
    find({ kind: 'posts', read: documents.post, asked: asked.posts, held, feeds }),
  ]);
  return presentFound({ publications, recommendations, posts }, documents.countPosts);
}

/** How many documents of each kind a segment has. */
const SIZES = { publications: 'entries', recommendations: 'recommendations', posts: 'posts' } as const satisfies Record<
  Kind,
  keyof Segment
>;

interface Search<K extends Kind, Item> {
  readonly kind: K;
  readonly asked: readonly AskedWord[];
  /** The documents of each family. */
  readonly held: ReadonlyMap<string, InTexts>;
  readonly feeds: readonly FeedRow[];
  readonly read: (key: RowKey) => Promise<Readable<Item, FieldOf<K>>>;
}

interface Readable<Item, Field extends string> extends Skimmed<Item, Field> {
  /** With the texts of some fields, which are to be shown; it may be without the others. */
  readTexts(fields: readonly Field[]): Promise<Document<Item, Field>>;
}

/** The steps of `findWords`; between them is read what the next one asks for. */
async function find<K extends Kind, Item>({
  kind,
  asked,
  held,
  feeds,
  read,
}: Search<K, Item>): Promise<Found<Item, FieldOf<K>>> {
  const parts = partsOf(feeds, SIZES[kind]);
  const weights = Object.entries(FIELDS[kind]) as [FieldOf<K>, number][];
  const fields = weights.map(([field, weight]) => ({
    field,
    weight,
    of: { get: (family: string) => held.get(family)?.get(`${kind} ${field}` as SearchedText) },
  }));
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const candidates = findCandidates(asked, { size, fields });
  const documents = await readEach(candidates.numbers, (number) => read(placeIn(parts, number)));
  const { ranked, total } = rankCandidates(candidates, { documents, fields });
  const shown = ranked.slice(0, MAX_SHOWN).map(async ({ document, places }) => {
    const texts = await document.readTexts(places.map(({ field }) => field));
    return showHit(places, texts);
  });
  const hits = await Promise.all(shown);
  return { hits, total };
}

async function readEach<Key, Value>(
  keys: readonly Key[],
  read: (key: Key) => Promise<Value>,
): Promise<ReadonlyMap<Key, Value>> {
  return new Map(await Promise.all(keys.map(async (key) => [key, await read(key)] as const)));
}

/** What is looked through, from where it is stored; the entries of one publication are the same document. */
function readDocumentsFrom(reading: Reading, feeds: readonly FeedRow[]) {
  const order = new Map(partsOf(feeds, 'posts').map(({ number }, place) => [number, place]));
  const counts = new Map<PublicationId, number>();
  const publications = new Map<PublicationId, Promise<Readable<Publication, FieldOf<'publications'>>>>();
  const readWhole = async (row: PublicationRow) => {
    const keys = (await readPostKeys(reading, row, order)).slice(0, MAX_POSTS_ABOUT).map(({ key }) => key);
    const texts = (await readRows(reading, 'posts', keys)).map(foundBy);
    return readPublication(row.publication, texts);
  };
  const skim = async (row: PublicationRow) => {
    if (row.familiesInPosts === undefined) return atHand(await readWhole(row));
    const readTexts = async (fields: readonly FieldOf<'publications'>[]) =>
      fields.includes('posts') ? readWhole(row) : readPublication(row.publication, []);
    return { ...skimPublication(row.publication, row.familiesInPosts), readTexts };
  };
  return {
    async publication(key: RowKey) {
      const row = present(await reading.objectStore('publications').index('entries').get(key));
      const { id } = row.publication;
      counts.set(id, row.posts);
      const known = publications.get(id) ?? skim(row);
      publications.set(id, known);
      return known;
    },
    recommendation: async (key: RowKey) =>
      atHand(readRecommendation(present(await reading.objectStore('recommendations').get(key)))),
    post: async (key: RowKey) => atHand(readPost(present(await reading.objectStore('posts').get(key)))),
    countPosts: (id: PublicationId) => counts.get(id) ?? 0,
  };
}

function atHand<Item, Field extends string>(document: Document<Item, Field>): Readable<Item, Field> {
  return { ...document, readTexts: async () => document };
}
