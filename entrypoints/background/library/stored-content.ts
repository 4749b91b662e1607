import type { Gloss } from '../../../core/gloss/gloss.ts';
import type { Handle, PostId, PublicationId } from '../../../core/model/ids.ts';
import type { Match } from '../../../core/model/match.ts';
import { Damage } from '../../../core/postings/damage.ts';
import type { HitKey, LookUpAnswer, Question } from '../../../core/protocol/look-up.ts';
import { claim } from '../../../core/recognise/recognise.ts';
import { type Query, type ResolvedMatch, readQuery } from '../../../core/recognise/resolve.ts';
import { relate } from '../../../core/related/related.ts';
import { holdSubjects } from '../../../core/search/hold-subjects.ts';
import { countInLibrary, lookUpWords, NO_FACTS, type ReadersFacts } from '../../../core/search/look-up-words.ts';
import { NOTHING_OWN } from '../../../core/search/own-searched.ts';
import { readAsked } from '../../../core/search/read-asked.ts';
import { search } from '../../../core/search/search.ts';
import type { SearchSource } from '../../../core/search/source.ts';
import type { Content } from './content.ts';
import { ALL_STORES, below, type LibraryDatabase, type Reading } from './schema.ts';
import { comparePublications, describePublication, listPublications } from './stored-browse.ts';
import { readGloss, readMore, readWholeGloss } from './stored-gloss.ts';
import { findShown, listAll } from './stored-look-up.ts';
import { listRecommendations } from './stored-recommendations.ts';
import { readQueries, resolveQueries } from './stored-resolve.ts';
import { readFeedRows, readPublication } from './stored-said.ts';
import { createKnown, storedSource } from './stored-source.ts';
import { describePost, describeThread, listThreads } from './stored-threads.ts';

/**
 * The library as it is stored: each answer reads what it needs, in a transaction of its own. Where that is not what was
 * stored, the answer fails, and `onDamage` is told.
 */
export function storedContent(database: LibraryDatabase, onDamage: () => void): Content {
  const known = createKnown();
  const tellDamage = (error: unknown) => {
    if (error instanceof Damage) onDamage();
  };
  const read = <Answer>(ask: (reading: Reading) => Promise<Answer>): Promise<Answer> => {
    const answer = Promise.resolve().then(() => ask(database.transaction([...ALL_STORES])));
    answer.catch(tellDamage);
    return answer;
  };
  const searchedIn = async (reading: Reading) => storedSource(reading, await readFeedRows(reading), known);
  const readLibrary = async (reading: Reading) => (await searchedIn(reading)).readLibrary();
  return {
    async resolve(queries, share) {
      const asked = await readQueries(queries, share);
      return read((reading) => resolveQueries(reading, asked));
    },
    countPosts: (matches) => read((reading) => Promise.all(matches.map((match) => countPosts(reading, match)))),
    postsAbout: (publications) => read((reading) => readPostIds(reading, publications)),
    titlesOf: (publications) => read((reading) => readTitles(reading, publications)),
    gloss: (match) => read((reading) => readGloss(reading, match)),
    more: (match, wanted) => read((reading) => readMore(reading, match, wanted)),
    whole: (match) => read((reading) => readWholeGloss(reading, match)),
    prepareSearch: async () => void (await read(readLibrary)),
    search: (request, fresh, own = NOTHING_OWN) =>
      read(async (reading) => search(await searchedIn(reading), request, fresh, own)),
    holdSubjects: (subjects) => read(async (reading) => holdSubjects(await searchedIn(reading), subjects)),
    async lookUp(question, readFacts) {
      // A transaction that waits for other things ends. So what is known of all documents is read meanwhile, but only at first:
      // while a feed is taken in each transaction waits until one of its steps is written.
      const isFirst = known.columns.size === 0 && isOfWords(question);
      const [facts] = await Promise.all([readFacts ?? NO_FACTS, isFirst ? read(readLibrary) : null]);
      return read((reading) => answer({ reading, searchedIn, facts }, question));
    },
    describe: (found) => read(async (reading) => glossOf(reading, await matchHit(reading, found))),
    async describeMore(of, wanted) {
      return read(async (reading) => {
        const match = await (of.kind === 'found' ? matchHit(reading, of.found) : matchQuestion(reading, of.question));
        return match && readMore(reading, match, wanted);
      });
    },
    sample: () => read(async (reading) => glossOf(reading, await matchSample(reading))),
    describeFeeds: () => read(describeFeeds),
    countMentions: () => read(countMentions),
    listPublications: (wanted) => read((reading) => listPublications(reading, wanted)),
    describePublication: ({ id }) => read((reading) => describePublication(reading, id)),
    listThreads: ({ start }) => read((reading) => listThreads(reading, start)),
    describeThread: ({ id }) => read((reading) => describeThread(reading, id)),
    describePost: ({ id }) => read((reading) => describePost(reading, id)),
    comparePublications: (both) => read((reading) => comparePublications(reading, both)),
    listRecommendations: ({ start }) => read((reading) => listRecommendations(reading, start)),
    countAbout: (posts) => read((reading) => countAbout(reading, posts)),
  };
}

function isOfWords({ asked }: Question): boolean {
  const { kind } = readAsked(asked);
  return kind === 'words' || kind === 'display-form';
}

interface LookUpIn {
  readonly reading: Reading;
  readonly searchedIn: (reading: Reading) => Promise<SearchSource>;
  readonly facts: ReadersFacts;
}

async function answer({ reading, searchedIn, facts }: LookUpIn, { asked, linkText }: Question): Promise<LookUpAnswer> {
  const read = readAsked(asked);
  switch (read.kind) {
    case 'nothing':
      return { kind: 'words', ...(await listAll(reading)) };
    case 'display-form': {
      const inLibrary = await countInLibrary(await searchedIn(reading), asked, facts);
      return { kind: 'words', ...(await findShown(reading, read.form, inLibrary)) };
    }
    case 'words':
      return { kind: 'words', ...(await lookUpWords(await searchedIn(reading), read.text, facts)) };
    case 'address': {
      const { address, ...match } = await matchAddress(reading, { url: read.address, text: linkText });
      return { kind: 'address', address: address ?? read.address, gloss: await readGloss(reading, match) };
    }
  }
}

async function matchAddress(reading: Reading, query: Query): Promise<ResolvedMatch> {
  const [match] = await resolveQueries(reading, [readQuery(query)]);
  if (match === undefined) throw new Error('a query has no answer');
  return match;
}

async function matchQuestion(reading: Reading, { asked, linkText }: Question): Promise<Match | null> {
  const read = readAsked(asked);
  return read.kind === 'address' ? matchAddress(reading, { url: read.address, text: linkText }) : null;
}

async function countPosts(reading: Reading, { publication, relatedPosts }: Match): Promise<number> {
  return publication === null ? relatedPosts.length : ((await readPublication(reading, publication))?.posts ?? 0);
}

async function readPostIds(reading: Reading, publications: readonly PublicationId[]): Promise<readonly PostId[]> {
  const rows = await Promise.all([...new Set(publications)].map((id) => readPublication(reading, id)));
  const entries = rows.flatMap((row) => row?.entries ?? []);
  const store = reading.objectStore('conversations');
  const read = await Promise.all(entries.map(([segment, entry]) => store.getAll(below(segment, entry))));
  return [...new Set(read.flat().flatMap(({ posts }) => posts.map(({ id }) => id)))];
}

async function readTitles(reading: Reading, ids: readonly PublicationId[]): Promise<Map<PublicationId, string>> {
  const rows = await Promise.all(ids.map(async (id) => ({ id, row: await readPublication(reading, id) })));
  return new Map(rows.flatMap(({ id, row }) => (row === null ? [] : [[id, row.publication.title] as const])));
}

async function glossOf(reading: Reading, match: Match | null): Promise<Gloss | null> {
  return match && readGloss(reading, match);
}

async function matchHit(reading: Reading, { kind, id }: HitKey): Promise<Match | null> {
  return kind === 'publication' ? matchPublication(reading, id) : matchPost(reading, id);
}

async function matchPublication(reading: Reading, id: PublicationId): Promise<Match | null> {
  const row = await readPublication(reading, id);
  return row && claim('exact', id, [{ kind: 'chosen' }]);
}

/** What a post is about has all that is said of it; a post about nothing has its thread. */
async function matchPost(reading: Reading, id: PostId): Promise<Match | null> {
  const post = await reading.objectStore('posts').index('id').get(id);
  if (post === undefined) return null;
  const thread = post.thread === null ? undefined : await reading.objectStore('threads').index('id').get(post.thread);
  const about = thread?.publication ?? post.publications[0] ?? null;
  return about === null ? relate(thread?.posts ?? [id], [{ kind: 'chosen' }]) : matchPublication(reading, about);
}

async function matchSample(reading: Reading): Promise<Match | null> {
  const row = await reading.objectStore('publications').index('sample').get(IDBKeyRange.lowerBound([]));
  return row === undefined ? null : claim('exact', row.publication.id, [{ kind: 'address-known' }]);
}

/** Reads all posts, one after another. */
async function countMentions(reading: Reading): Promise<ReadonlyMap<Handle, number>> {
  const counts = new Map<Handle, number>();
  for await (const { value } of reading.objectStore('posts').iterate()) {
    for (const handle of value.mentions) counts.set(handle, (counts.get(handle) ?? 0) + 1);
  }
  return counts;
}

async function countAbout(reading: Reading, ids: readonly PostId[]): Promise<ReadonlyMap<PublicationId, number>> {
  const index = reading.objectStore('posts').index('id');
  const about = (await Promise.all(ids.map((id) => index.get(id)))).flatMap((post) => post?.publications ?? []);
  const rows = new Map(
    await Promise.all([...new Set(about)].map(async (id) => [id, await readPublication(reading, id)] as const)),
  );
  const counts = new Map<PublicationId, number>();
  for (const id of about) {
    const publication = rows.get(id)?.publication.id ?? id;
    counts.set(publication, (counts.get(publication) ?? 0) + 1);
  }
  return counts;
}

async function describeFeeds(reading: Reading): ReturnType<Content['describeFeeds']> {
  const rows = await readFeedRows(reading);
  return rows.map(({ id, origin, owner, profile: { handle, displayName }, asOf, segments }) => {
    const sum = (store: 'posts' | 'recommendations' | 'entries') =>
      segments.reduce((total, segment) => total + segment[store], 0);
    const [posts, recommendations, publications] = [sum('posts'), sum('recommendations'), sum('entries')];
    const isBundled = owner === 'bundled';
    return { id, origin, isBundled, handle, displayName, asOf, posts, recommendations, publications };
  });
}
