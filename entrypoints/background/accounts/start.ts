import browser from 'webextension-polyfill';
import { KEPT_FEED } from '../../../core/linked-by/kept-id.ts';
import type { AtUri, Did, PostId } from '../../../core/model/ids.ts';
import type { Purpose } from '../../../core/network/purpose.ts';
import type { Originals } from '../../../core/own/originals.ts';
import type { AccountRequests } from '../../../core/protocol/accounts.ts';
import type { Answers } from '../../../core/protocol/wire.ts';
import { accountChanges } from '../../../platform/changes.ts';
import { createAtprotoClient } from '../../../platform/network/bluesky.ts';
import { browserRequests } from '../../../platform/network/browser-requests.ts';
import type { Bundle, Library } from '../library/open.ts';
import { createAccountAnswers } from './answers.ts';
import { type BackedUpFeeds, createBackedUpFeeds } from './backed-up-feeds.ts';
import { createCopyOf } from './copy-of.ts';
import { createFeedOf } from './feed-of.ts';
import { createReadingQueue } from './reading-queue.ts';
import { tellUnread } from './refusals.ts';
import { createSchedule } from './schedule.ts';
import { createAccountsStore } from './store.ts';

export interface Accounts {
  readonly answers: Answers<AccountRequests, unknown>;
  /** What of it is backed up, and how it is restored. */
  readonly backedUp: BackedUpFeeds;
  /** The posts that came since a time, in milliseconds since 1970; none where the browser keeps none. */
  readonly freshSince: (time: number) => Promise<readonly PostId[]>;
  /** What is known of accounts and their posts; nothing where the browser keeps nothing. */
  readonly known: {
    readonly hasAccount: (did: Did) => Promise<boolean>;
    readonly hasPost: (did: Did, uri: AtUri) => Promise<boolean>;
  };
  /** At which address each bundled post is that has one by now; none where the browser keeps none. */
  readonly originals: () => Promise<Originals>;
  /** Makes good what was cut off with the last session, and the library's feeds of accounts what they would be by now. */
  readonly startSession: () => Promise<void>;
}

/** Lets accounts be read, and goes on with what was being read. `onOriginals`: bundled posts get their addresses. */
export function startAccounts(
  bundle: Bundle,
  library: () => Promise<Library>,
  onOriginals: (originals: Originals) => Promise<void>,
): Accounts {
  const store = createAccountsStore();
  const requests = browserRequests();
  const network = (purpose: Purpose) => createAtprotoClient(requests, { purpose });
  const now = Date.now;
  const { storage, alarms } = browser;
  const schedule = createSchedule({ storage: storage.local, alarms, now, random: Math.random });
  const queue = createReadingQueue({
    network,
    store,
    now,
    bundle,
    library: {
      change: async (changes) => (await library()).change(changes),
      async readAdded() {
        const feeds = await (await library()).describeFeeds();
        return feeds.filter(({ id, isBundled }) => !isBundled && id !== KEPT_FEED).map(({ id }) => id);
      },
    },
    onRenamed: (renamed) => onOriginals(new Map(renamed)),
    onProgress: accountChanges.tell,
    wakeFor: schedule.wakeFor,
  });
  const feedOf = createFeedOf({ store, bundle });
  const copyOf = createCopyOf({ store, bundle });
  const onProgress = accountChanges.tell;
  const doors = { store, network, now, bundle, library, queue, schedule, feedOf, copyOf, onProgress };
  const answers = createAccountAnswers(doors);

  alarms.onAlarm.addListener(({ name }) => {
    if (schedule.isReading(name)) void goOn();
    if (schedule.isLooking(name)) void readWhatIsDue().catch(tellUnread);
  });
  const goOn = () => queue.relink().then(queue.wake).catch(tellUnread);
  const readWhatIsDue = async () => {
    if (await schedule.takeDue()) await answers.refreshAccounts({ did: null }, null);
  };
  // Where the browser keeps nothing, nothing is left.
  const makeGood = () => Promise.all([schedule.start().catch(tellUnread), store.dropLeftImport().catch(() => null)]);
  return {
    answers,
    backedUp: createBackedUpFeeds(doors),
    freshSince: (time) => store.readFreshSince(time).catch(() => []),
    known: {
      hasAccount: async (did) => (await store.read(did).catch(() => undefined))?.isLeaving === false,
      hasPost: (did, uri) => store.hasPost(did, uri).catch(() => false),
    },
    originals: async () => new Map((await store.readAll().catch(() => [])).flatMap(({ renamed }) => renamed)),
    async startSession() {
      await makeGood();
      const [rows, texts] = await Promise.all([store.readAll(), store.readTexts()]).catch(() => [[], []]);
      if (rows.length + texts.length > 0) await goOn();
    },
  };
}
