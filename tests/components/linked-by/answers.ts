import { type Mock, vi } from 'vitest';
import type { LinkedByDoors } from '../../../components/linked-by/doors.ts';
import { publicServices } from '../../../core/network/services.ts';
import type {
  AskedSource,
  LastLinkedBy,
  LinkedBy,
  LinkedByRequests,
  LinkingAccount,
  LinkingPost,
} from '../../../core/protocol/linked-by.ts';
import { succeed } from '../../../core/result.ts';

export const NOW = Date.UTC(2026, 10, 29, 14, 0);

export const linking = (key: string, change: Partial<LinkingPost> = {}): LinkingPost => ({
  uri: `at://did:plc:ada/app.bsky.feed.post/${key}`,
  at: Date.UTC(2026, 10, 1, 9, 30),
  text: `What ${key} says of it`,
  address: `https://bsky.app/profile/did:plc:ada/post/${key}`,
  threadOf: null,
  foundBy: ['index'],
  isInLibrary: false,
  isKept: false,
  ...change,
});

export const ada: LinkingAccount = {
  did: 'did:plc:ada',
  handle: 'ada.example',
  name: 'Ada',
  isInLibrary: false,
  posts: [linking('first'), linking('second', { foundBy: ['index', 'search'] })],
};

const source = (name: AskedSource['name'], change: Partial<AskedSource> = {}): AskedSource => ({
  name,
  state: 'answered',
  failure: null,
  again: null,
  found: 2,
  ...change,
});

/** An answer; each source may be told to have done otherwise. */
export function told(
  change: Partial<LinkedBy> = {},
  sources: { readonly [Name in AskedSource['name']]?: Partial<AskedSource> } = {},
): LinkedBy {
  return {
    askedAt: NOW,
    addresses: ['https://www.instituteforgovernment.org.uk/publication/report/procurement'],
    sources: [
      source('index', sources.index),
      source('search', { state: 'not-offered', found: 0, ...sources.search }),
      source('posts', sources.posts),
    ],
    accounts: [ada],
    ...change,
  };
}

type Answering = { readonly [Name in keyof LinkedByRequests]?: (request: never) => unknown };

interface FakeDoors extends LinkedByDoors {
  /** What the background was asked. */
  readonly asked: Mock<(name: string, request: unknown) => void>;
  /** Something has changed elsewhere. */
  readonly tellChange: () => void;
}

/** Doors to a background that has told nothing yet, and answers so; each request may be answered otherwise. */
export function doorsTo(answer: LinkedBy, answers: Answering = {}): FakeDoors {
  const asked = vi.fn<(name: string, request: unknown) => void>();
  const listeners = new Set<() => void>();
  const all: Answering = {
    askLinkedBy: () => succeed(answer),
    readLinkedBy: (): LastLinkedBy => ({ isAsking: false, last: null }),
    keepPost: () => succeed(null),
    dropKeptPost: () => succeed(null),
    ...answers,
  };
  return {
    asked,
    ask: (async (name: keyof LinkedByRequests, request: never) => {
      asked(name, request);
      const reply = all[name];
      if (reply === undefined) throw new Error(`nobody answers ${name}`);
      return reply(request);
    }) as LinkedByDoors['ask'],
    mayAsk: vi.fn(async () => true),
    readServices: vi.fn(async () => publicServices),
    onChange: vi.fn((listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    }),
    tellChange() {
      for (const listener of listeners) listener();
    },
    onAddAccount: vi.fn(),
    onNeedConsent: vi.fn(),
  };
}
