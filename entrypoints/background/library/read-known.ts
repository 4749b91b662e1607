import type { CanonicalAddress, PostId, PublicationId } from '../../../core/model/ids.ts';
import type { Publication } from '../../../core/model/publication.ts';
import { present } from '../../../core/postings/damage.ts';
import { makeTitleCandidates, type TitleCandidate } from '../../../core/recognise/evidence.ts';
import { byAddress, titleKeysOf } from '../../../core/recognise/keys.ts';
import type { Known } from '../../../core/recognise/resolve.ts';
import { type Posting, unknownWeight } from '../../../core/text/postings.ts';
import { readMeta } from './meta.ts';
import { createNoting, learnEach, type Noting } from './noting.ts';
import { type IndexPart, partsOf, placeIn, readPostings } from './read-postings.ts';
import type { PublicationRow, Reading } from './schema.ts';
import { readFeedRows, readPostKeys, readPublication } from './stored-said.ts';

/** What was read of the library so far, and what was asked for that was not. */
export interface ReadKnown extends Known {
  /** Reads what was asked for since; false where that is nothing. */
  readMissing(): Promise<boolean>;
}

/**
 * What recognising asks of the library, within one transaction: whoever asks asks again after `readMissing`, until nothing
 * is missing. So what is read and what is asked for cannot differ.
 */
export async function createReadKnown(reading: Reading): Promise<ReadKnown> {
  const titleParts = ((await readMeta(reading, 'titles')) ?? []).toReversed();
  const postParts = partsOf(await readFeedRows(reading), 'posts');
  const places = new Map(postParts.map(({ number }, order) => [number, order]));
  const addresses = createNoting<CanonicalAddress, Publication>();
  const names = createNoting<string, readonly TitleCandidate[]>();
  const titles = createNoting<string, Posting>();
  const candidates = createNoting<number, readonly TitleCandidate[]>();
  const related = createNoting<string, Posting>();
  const posts = createNoting<number, PostId>();
  const postsAbout = createNoting<PublicationId, readonly PostId[]>();
  const candidatesOf = keepCandidates();

  /** In the order of the feeds, and in each as there. */
  const readByKey = async (key: string) => {
    const rows = await reading.objectStore('publications').index('keys').getAll(key);
    const orders = new Map(
      rows.map((row) => [row, Math.min(...row.entries.map(([segment]) => places.get(segment) ?? 0))]),
    );
    const placeOf = ({ entries: [[, place] = [0, 0]] }: PublicationRow) => place;
    return rows.sort((a, b) => (orders.get(a) ?? 0) - (orders.get(b) ?? 0) || placeOf(a) - placeOf(b));
  };
  /** Under the title that the key is of. */
  const readNamed = async (key: string) =>
    (await readByKey(key)).flatMap(candidatesOf).filter((each) => titleKeysOf(each).includes(key));
  const readDocument = async (document: number) => {
    const key = placeIn(titleParts, document);
    const row = await reading.objectStore('publications').index('document').get(key);
    return row && candidatesOf(row);
  };
  const readPost = async (document: number) =>
    present(await reading.objectStore('posts').get(placeIn(postParts, document))).id;
  const readPostsAbout = async (id: PublicationId) => {
    const row = await readPublication(reading, id);
    return row === null ? [] : (await readPostKeys(reading, row, places)).map((post) => post.id);
  };
  const learnPostings = async (
    noting: Noting<string, Posting>,
    parts: readonly IndexPart[],
    index: 'titles' | 'related',
  ) => {
    const missing = noting.takeMissing();
    const found = missing.length === 0 ? new Map() : await readPostings(reading, [index, parts], missing);
    for (const term of missing) noting.learn(term, found.get(term));
    return missing.length;
  };

  return {
    byAddress: addresses,
    byName: names,
    titles: { of: titles, unknownWeight: unknownWeight(sizeOf(titleParts)) },
    candidates,
    related: { of: related, unknownWeight: unknownWeight(sizeOf(postParts)) },
    posts,
    postsAbout,
    async readMissing() {
      const read = [
        await learnEach(addresses, async (address) => (await readByKey(byAddress(address)))[0]?.publication),
        await learnEach(names, readNamed),
        await learnPostings(titles, titleParts, 'titles'),
        await learnEach(candidates, readDocument),
        await learnPostings(related, postParts, 'related'),
        await learnEach(posts, readPost),
        await learnEach(postsAbout, readPostsAbout),
      ];
      return read.some((count) => count > 0);
    },
  };
}

/** The same candidates for a publication, however it is found. */
function keepCandidates(): (row: PublicationRow) => readonly TitleCandidate[] {
  const kept = new Map<PublicationId, readonly TitleCandidate[]>();
  return ({ publication }) => {
    const candidates = kept.get(publication.id) ?? makeTitleCandidates(publication);
    kept.set(publication.id, candidates);
    return candidates;
  };
}

function sizeOf(parts: readonly IndexPart[]): number {
  return parts.reduce((sum, { size }) => sum + size, 0);
}
