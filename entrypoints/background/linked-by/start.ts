import browser from 'webextension-polyfill';
import type { AtUri, Did } from '../../../core/model/ids.ts';
import type { LinkedByRequests } from '../../../core/protocol/linked-by.ts';
import type { Answers } from '../../../core/protocol/wire.ts';
import { linkedByChanges } from '../../../platform/changes.ts';
import { createAtprotoClient } from '../../../platform/network/bluesky.ts';
import { browserRequests } from '../../../platform/network/browser-requests.ts';
import { readConsent } from '../../../platform/network/consent.ts';
import { createLinkFinders } from '../../../platform/network/link-index.ts';
import type { Library } from '../library/open.ts';
import { createLinkedByAnswers } from './answers.ts';
import { createKept, type Kept } from './kept.ts';
import { createKeptStore } from './kept-database.ts';
import { createAnswerStore } from './session.ts';
import { createTrial } from './trial.ts';

export interface LinkedByStarted {
  readonly answers: Answers<LinkedByRequests, unknown>;
  /** What of it is backed up, how it is restored, and removed. */
  readonly kept: Pick<Kept, 'readAll' | 'putAll' | 'removeAll'>;
  /** Makes good what was cut off with the last session. */
  readonly startSession: () => Promise<void>;
}

interface Needs {
  readonly version: string;
  /** What the feed of kept posts is called. */
  readonly nameKept: () => Promise<string>;
  readonly library: () => Promise<Library>;
  readonly accounts: {
    readonly hasPost: (did: Did, uri: AtUri) => Promise<boolean>;
    readonly hasAccount: (did: Did) => Promise<boolean>;
  };
}

/** Lets the network be asked who links to a page, where the reader has switched that on, and posts be kept. */
export function startLinkedBy({ version, nameKept, library, accounts }: Needs): LinkedByStarted {
  const { storage } = browser;
  const now = Date.now;
  const requests = browserRequests();
  const by = { purpose: 'ask' } as const;
  const kept = createKept({
    store: createKeptStore(),
    version,
    name: nameKept,
    library: {
      change: async (changes) => (await library()).change(changes),
      readFeeds: async () => (await (await library()).describeFeeds()).map(({ id }) => id),
    },
  });
  const answerStore = createAnswerStore(storage.session, now);
  const answers = createLinkedByAnswers({
    ...accounts,
    network: {
      finders: createLinkFinders(requests, by),
      posts: (signal) => createAtprotoClient(requests, { ...by, signal }),
      trial: createTrial({
        storage: storage.local,
        now,
        readService: async () => (await readConsent()).services.appView,
      }),
      now,
      within: (milliseconds) => AbortSignal.timeout(milliseconds),
    },
    content: library,
    isAllowed: async () => (await readConsent()).on.ask,
    answers: {
      ...answerStore,
      async put(address, found) {
        await answerStore.put(address, found);
        linkedByChanges.tell();
      },
    },
    kept,
    now,
  });
  return {
    answers,
    kept: {
      ...kept,
      async removeAll() {
        await answerStore.clear();
        await kept.removeAll();
      },
    },
    startSession: () =>
      kept.relink().catch((error: unknown) => console.error('IfG Gloss cannot make the feed of kept posts:', error)),
  };
}
