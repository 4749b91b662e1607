import { createLinkedByAnswers } from '../../entrypoints/background/linked-by/answers.ts';
import { createKept } from '../../entrypoints/background/linked-by/kept.ts';
import { createKeptStore } from '../../entrypoints/background/linked-by/kept-database.ts';
import { createAnswerStore } from '../../entrypoints/background/linked-by/session.ts';
import { createTrial } from '../../entrypoints/background/linked-by/trial.ts';
import { createAtprotoClient } from '../../platform/network/bluesky.ts';
import { createLinkFinders } from '../../platform/network/link-index.ts';
import { createRequests } from '../../platform/network/requests.ts';
import { openDoors } from '../platform/network/doors.ts';
import { openReader } from './reader.ts';

interface Options {
  readonly appView: string;
  readonly linkIndex: string;
  /** Milliseconds that each source has; as long as it takes unless it is said. */
  readonly patience?: number;
}

export type LinkedByReader = Awaited<ReturnType<typeof openLinkedBy>>;

/** All of the extension that asks who links to a page, in Node, of which nothing is stored yet; its clock moves only where it waits. */
export async function openLinkedBy({ appView, linkIndex, patience }: Options) {
  const { library, world, add, background } = await openReader(appView).then((reader) => ({
    ...reader,
    library: () => reader.background().library(),
  }));
  const { doors } = openDoors();
  world.consent = { ...world.consent, services: { ...world.consent.services, linkIndex } };
  const requests = createRequests({
    ...doors,
    fetch: (address, how) => fetch(address, how),
    now: () => world.now,
    wait: async (milliseconds) => {
      world.now += milliseconds;
    },
    readConsent: async () => world.consent,
  });
  const by = { purpose: 'ask' } as const;
  const now = () => world.now;
  const kept = createKept({
    store: createKeptStore(),
    version: 'v',
    name: async () => 'Kept posts',
    library: {
      change: async (changes) => (await library()).change(changes),
      readFeeds: async () => (await (await library()).describeFeeds()).map(({ id }) => id),
    },
  });
  const answers = createLinkedByAnswers({
    network: {
      finders: createLinkFinders(requests, by),
      posts: (signal) => createAtprotoClient(requests, { ...by, signal }),
      trial: createTrial({ storage: stored(), now, readService: async () => world.consent.services.appView }),
      now,
      within: () => (patience === undefined ? new AbortController().signal : AbortSignal.timeout(patience)),
    },
    content: library,
    isAllowed: async () => world.consent.on.ask,
    answers: createAnswerStore(stored(), now),
    kept,
    now,
    hasPost: (did, uri) => background().store.hasPost(did, uri),
    hasAccount: async (did) => (await background().store.read(did)) !== undefined,
  });
  return { world, add, library, answers, kept };
}

/** As a browser's storage has it. */
function stored() {
  let items: Record<string, unknown> = {};
  return {
    get: async () => items,
    async set(next: Record<string, unknown>) {
      items = { ...items, ...JSON.parse(JSON.stringify(next)) };
    },
  };
}
