import { formsOf, isPublic } from '../../../core/linked-by/address-forms.ts';
import type { Found } from '../../../core/linked-by/found.ts';
import type { KeptRow } from '../../../core/linked-by/kept-feed.ts';
import { addressOf, presentFound } from '../../../core/linked-by/present.ts';
import type { CanonicalAddress, PublicationId } from '../../../core/model/ids.ts';
import type { Publication } from '../../../core/model/publication.ts';
import type { KeptPost, LinkedBy, LinkedByRefusal, LinkedByRequests } from '../../../core/protocol/linked-by.ts';
import type { Answers } from '../../../core/protocol/wire.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type AskDoors, type AskedPage, askNetwork } from './ask-network.ts';
import { type AskedContent, findHeld, type HeldDoors } from './held.ts';
import type { Kept } from './kept.ts';
import type { AnswerStore } from './session.ts';

export interface LinkedByDoors extends Pick<HeldDoors, 'hasPost' | 'hasAccount'> {
  readonly network: AskDoors;
  readonly content: () => Promise<AskedContent>;
  /** Whether the reader has switched it on. */
  readonly isAllowed: () => Promise<boolean>;
  readonly answers: AnswerStore;
  readonly kept: Kept;
  readonly now: () => number;
}

/** A page that is asked about, as the library knows it. */
interface KnownPage extends AskedPage {
  /** By which answers about it are kept. */
  readonly address: CanonicalAddress;
  /** What it is, where the library is sure of that. */
  readonly publication: Publication | null;
}

const KEPT_IN_PART = 100;

/** What the background answers about who links to a page, and about posts that are kept by themselves. */
export function createLinkedByAnswers(doors: LinkedByDoors): Answers<LinkedByRequests, unknown> {
  const { network, content, isAllowed, answers, kept, now } = doors;
  const asking = new Map<CanonicalAddress, Promise<Result<Found, LinkedByRefusal>>>();

  const present = async (found: Found, publication: PublicationId | null): Promise<LinkedBy> => {
    const own = { ...doors, content: await content(), kept: await kept.readUris() };
    return presentFound(found, await findHeld(found.posts, publication, own));
  };
  /** Who asks while it is being asked waits for the same answer. */
  const ask = (page: KnownPage): Promise<Result<Found, LinkedByRefusal>> => {
    const before = asking.get(page.address);
    if (before !== undefined) return before;
    const answer = askNow(page).finally(() => asking.delete(page.address));
    asking.set(page.address, answer);
    return answer;
  };
  const askNow = async (page: KnownPage): Promise<Result<Found, LinkedByRefusal>> => {
    if (!(await isAllowed())) return fail({ kind: 'not-allowed' });
    const found = await askNetwork(page, network);
    if (!found.ok) return fail({ kind: found.error });
    // What nobody answered does not take the place of what is known.
    if (isOfUse(found.value)) await answers.put(page.address, found.value);
    return found;
  };

  return {
    async askLinkedBy({ address }) {
      const page = await readPage(await content(), address);
      if (page === null) return fail({ kind: 'no-address' });
      const found = await ask(page);
      return found.ok ? succeed(await present(found.value, page.publication?.id ?? null)) : found;
    },
    async readLinkedBy({ address }) {
      const page = await readPage(await content(), address);
      if (page === null) return { isAsking: false, last: null };
      const found = await answers.read(page.address);
      const last = found && (await present(found, page.publication?.id ?? null));
      return { isAsking: asking.has(page.address), last };
    },
    async keepPost({ uri }) {
      const found = await answers.find(uri);
      if (found === null) return (await kept.readUris()).includes(uri) ? succeed(null) : fail({ kind: 'not-found' });
      const about = (await readPage(await content(), found.page))?.publication ?? null;
      return kept.keep({ ...found.post.fetched, keptAt: now(), about });
    },
    dropKeptPost: ({ uri }) => kept.drop(uri),
    async listKeptPosts({ start }) {
      const rows = (await kept.readAll().catch(() => [])).toSorted((a, b) => b.keptAt - a.keptAt);
      return { posts: rows.slice(start, start + KEPT_IN_PART).flatMap(describeKept), total: rows.length };
    },
  };
}

/** An answer of somebody who names posts, whose posts were looked at. */
function isOfUse({ sources }: Found): boolean {
  const isUsed = (name: string) =>
    sources.some((source) => source.name === name && ['answered', 'cut', 'not-asked'].includes(source.state));
  const foundAny = sources.some(({ name, found }) => name === 'posts' && found > 0);
  return foundAny || ((isUsed('index') || isUsed('search')) && isUsed('posts'));
}

/** Null for what nobody else could link to. What is only likely to be a publication is asked about by its own address. */
async function readPage(content: AskedContent, asked: string): Promise<KnownPage | null> {
  const [match] = await content.resolve([{ url: asked }]);
  const address = match?.address ?? null;
  if (match === undefined || address === null || !isPublic(address)) return null;
  const isSure = match.sureness === 'exact' && match.publication !== null;
  const details = isSure ? await content.describePublication({ id: match.publication ?? '' }) : null;
  const publication = details?.publication ?? null;
  const addresses = [...new Set([address, ...(publication?.addresses ?? []).filter(isPublic)])];
  return { address, publication, addresses, forms: formsOf(addresses) };
}

function describeKept({ uri, post, keptAt }: KeptRow): readonly KeptPost[] {
  const { author, time, text } = post;
  if (author === null) return [];
  const { did, handle, displayName: name } = author;
  return [{ uri, did, handle, name, at: Date.parse(time), text, address: addressOf(uri, author), keptAt }];
}
