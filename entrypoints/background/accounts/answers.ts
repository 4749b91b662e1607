import type { PublicationId } from '../../../core/model/ids.ts';
import type { Purpose } from '../../../core/network/purpose.ts';
import type { AccountPreview, AccountRefusal, AccountRequests, AccountState } from '../../../core/protocol/accounts.ts';
import type { Answers } from '../../../core/protocol/wire.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { readActor } from '../../../core/sources/bluesky/actor.ts';
import { readFeedPage } from '../../../core/sources/bluesky/feed-page.ts';
import { speaksOfIfg } from '../../../core/sources/bluesky/kept.ts';
import { type FetchedProfile, readProfile } from '../../../core/sources/bluesky/profile.ts';
import type { Content } from '../library/content.ts';
import type { CopyOf } from './copy-of.ts';
import type { AccountRow, Reading } from './database.ts';
import type { FeedOf, Place } from './feed-of.ts';
import { createImportAnswers } from './imports.ts';
import { bundledFeedOf } from './link-account.ts';
import { beginReading, linkOnly, type Network, UNEXPECTED } from './read-account.ts';
import type { QueueDoors, ReadingQueue } from './reading-queue.ts';
import { refusalOf, storedOrRefused, tellUnread } from './refusals.ts';
import type { RefreshSchedule } from './schedule.ts';
import { createSuggestionAnswers } from './suggestions.ts';

interface Doors extends Pick<QueueDoors, 'store' | 'now' | 'bundle' | 'onProgress'> {
  readonly network: Network;
  readonly queue: ReadingQueue;
  readonly schedule: RefreshSchedule;
  readonly library: () => Promise<Pick<Content, 'countMentions' | 'countAbout' | 'postsAbout'>>;
  readonly feedOf: FeedOf;
  readonly copyOf: CopyOf;
}

/** What the background answers about accounts. Reading goes on after an answer. */
export function createAccountAnswers(doors: Doors): Answers<AccountRequests, unknown> {
  const { store, network, queue, schedule, now, bundle, library, feedOf, onProgress } = doors;

  const findProfile = async (actor: string, purpose: Purpose): Promise<Result<FetchedProfile, AccountRefusal>> => {
    const answer = await network(purpose).profile(actor);
    if (!answer.ok) return fail(refusalOf(answer.error));
    const read = readProfile(answer.value);
    if (!read.ok) return fail({ kind: 'failed', failure: UNEXPECTED });
    return read.value.isForSignedInOnly ? fail({ kind: 'signed-in-only' }) : succeed(read.value);
  };

  /** Begins to read an account anew, or goes on with what was begun. */
  const begin = async (row: AccountRow, purpose: Purpose): Promise<void> => {
    await store.change(row.did, (latest) => ({
      ...latest,
      failure: null,
      failures: 0,
      reading: goneOnWith(latest) ?? beginReading(purpose, now()),
    }));
  };

  const add = async (
    { did, profile }: FetchedProfile,
    own: Place,
    purpose: Purpose,
  ): Promise<Result<null, AccountRefusal>> => {
    const before = await store.read(did);
    const isSame = before !== undefined && before.feed === own.feed && !before.isLeaving;
    if (before !== undefined && !isSame) await queue.remove(did);
    const row: AccountRow = {
      renamed: [],
      readAt: null,
      sweptAt: null,
      reading: null,
      hidden: null,
      isLeaving: false,
      linkedWith: null,
      ...(isSame && before),
      // What was not kept has to be read again.
      ...(before?.keep !== own.keep && own.keep === 'all' && { sweptAt: null }),
      ...own,
      did,
      profile,
      failure: null,
      failures: 0,
    };
    await store.put({ ...row, reading: row.reading ?? beginReading(purpose, now()) });
    goOn();
    return succeed(null);
  };

  const goOn = () => {
    onProgress();
    goOnQuietly();
  };
  const goOnQuietly = () => void queue.wake().catch(tellUnread);

  return {
    ...createImportAnswers(doors),
    ...createSuggestionAnswers(doors),
    async readAccounts() {
      const [all, pages, index, { every, dueAt }] = await Promise.all([
        store.readAll().catch(() => []),
        store.readTexts().catch(() => []),
        bundle.fetchIndex(),
        schedule.read(),
      ]);
      const rows = all.filter(({ isLeaving }) => !isLeaving);
      // Whoever shows how far it has got has it go on where the background was stopped.
      if (all.some(({ reading, isLeaving }) => reading !== null || isLeaving)) goOnQuietly();
      const taken = new Set(rows.map(({ feed }) => feed));
      return {
        accounts: await Promise.all(rows.map(async (row) => stateOf(row, await store.countPosts(row.did)))),
        bundled: index.feeds
          .filter(({ id }) => !taken.has(id))
          .map(({ id, profile: { handle, displayName }, asOf }) => ({ id, handle, displayName, asOf })),
        texts: pages.map(({ feed, profile, asOf, posts }) => ({
          feed,
          ...profile,
          asOf,
          posts,
          isBundled: bundledFeedOf(index, feed) !== null,
        })),
        schedule: every,
        dueAt,
      };
    },

    previewAccount: ({ actor }) =>
      storedOrRefused(async () => {
        const named = readActor(actor);
        if (named === null) return fail({ kind: 'no-account' });
        const found = await findProfile(named, 'accounts');
        if (!found.ok) return found;
        const { did, profile } = found.value;
        const answer = await network('accounts').authorFeed(did, null);
        if (!answer.ok) return fail(refusalOf(answer.error));
        const page = readFeedPage(answer.value);
        if (!page.ok) return fail({ kind: 'failed', failure: UNEXPECTED });
        const speaking = page.value.posts.filter(({ post }) => speaksOfIfg(post)).length;
        const isAdded = (await store.read(did)) !== undefined;
        const preview: AccountPreview = { did, profile, isAdded, looked: page.value.posts.length, speaking };
        return succeed(preview);
      }),

    addAccount: ({ did, keep }) =>
      storedOrRefused(async () => {
        const found = await findProfile(did, 'accounts');
        if (!found.ok) return found;
        return add(found.value, await feedOf({ ...found.value, keep }), 'accounts');
      }),

    bringUpToDate: ({ feed: id }) =>
      storedOrRefused(async () => {
        const bundled = bundledFeedOf(await bundle.fetchIndex(), id);
        if (bundled === null) return fail({ kind: 'not-found' });
        const { origin, profile } = bundled;
        const found = await findProfile(origin.kind === 'bluesky' ? origin.did : profile.handle, 'refresh');
        return found.ok ? add(found.value, { keep: 'all', feed: id, isBundled: true }, 'refresh') : found;
      }),

    async keepPosts({ did, keep }) {
      await store.change(did, (row) => {
        // What is not kept any more goes from what is stored; nobody has to be asked for that, nor is what waits for more.
        const isGoing = row.reading !== null && row.failure === null;
        if (keep !== 'all')
          return isGoing ? { ...row, keep } : { ...row, keep, ...untroubled, reading: linkOnly(now()) };
        // What was not kept has to be read again, also where what is new is being read, or all of it came with the old choice.
        const reading = beginReading(row.reading?.purpose ?? (row.isBundled ? 'refresh' : 'accounts'), now());
        return { ...row, keep, ...untroubled, sweptAt: null, reading };
      });
      goOn();
      return null;
    },

    async removeAccount({ did }) {
      await queue.remove(did);
      return null;
    },

    async refreshAccounts({ did }) {
      const rows = await store.readAll();
      // Who is somebody else than their name says does not become who they are taken for.
      const isAsked = (row: AccountRow) => (did === null ? row.hidden?.why !== 'another' : row.did === did);
      for (const row of rows) if (isAsked(row)) await begin(row, 'refresh');
      goOn();
      return null;
    },

    async stopReading({ did }) {
      await queue.stop(did);
      return null;
    },

    async readFresh() {
      const ids = await store.readFresh().catch(() => []);
      const counts = ids.length === 0 ? new Map<PublicationId, number>() : await (await library()).countAbout(ids);
      return Array.from(counts, ([publication, posts]) => ({ publication, posts }));
    },

    async seeFresh({ publication }) {
      const about = new Set(await (await library()).postsAbout([publication]));
      const fresh = await store.readFresh();
      await store.markSeen(fresh.filter((id) => about.has(id)));
      return null;
    },

    async changeSchedule({ schedule: every }) {
      await schedule.change(every);
      onProgress();
      return null;
    },
  };
}

const untroubled = { failure: null, failures: 0 } as const;

/** What failed may have failed long ago: whether the account is to be shown at all is asked again before the rest. */
function goneOnWith({ reading, failure }: AccountRow): Reading | null {
  return reading === null || failure === null ? reading : { ...reading, phase: 'profile' };
}

function stateOf(row: AccountRow, posts: number): AccountState {
  const { did, profile, keep, feed, isBundled, readAt, reading, failure, hidden, renamed } = row;
  const of = reading === null || !reading.isWhole ? null : profile.posts;
  return {
    did,
    profile,
    keep,
    feed,
    isBundled,
    posts,
    originals: renamed.length,
    readAt,
    // What waits for another try is not being read; it is said why.
    reading: failure === null ? reading && { posts: reading.posts, of } : null,
    failure,
    hidden: hidden?.why ?? null,
  };
}
