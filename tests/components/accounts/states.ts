import type { AccountsProps } from '../../../components/accounts/accounts.tsx';
import { noConsent } from '../../../core/network/consent.ts';
import type {
  AccountPreview,
  AccountRequests,
  AccountState,
  AccountSuggestion,
  AccountsState,
} from '../../../core/protocol/accounts.ts';
import type { Ask } from '../../../core/protocol/wire.ts';
import { succeed } from '../../../core/result.ts';

/** Noon of 23 November 2026, a Monday. */
export const NOW = new Date(2026, 10, 23, 12).getTime();
export const HOUR = 3_600_000;

export const ana: AccountState = {
  did: 'did:plc:ana',
  profile: {
    displayName: 'Ana Example',
    handle: 'ana.example',
    bio: 'Reads reports on civil service reform.',
    followers: 12,
    following: 3,
    posts: 1000,
    joined: null,
  },
  keep: 'reports',
  feed: 'did:plc:ana',
  isBundled: false,
  posts: 40,
  originals: 0,
  readAt: NOW - HOUR,
  reading: null,
  failure: null,
  hidden: null,
};

export const none: AccountsState = { accounts: [], bundled: [], texts: [], schedule: 'never', dueAt: null };

export const some: AccountsState = {
  ...none,
  accounts: [ana],
  bundled: [{ id: 'text-page:ben.example', handle: 'ben.example', displayName: 'Ben Example', asOf: '2025-11-11' }],
};

export function withAccount(change: Partial<AccountState>): AccountsState {
  return { ...some, accounts: [{ ...ana, ...change }] };
}

export const preview: AccountPreview = {
  did: 'did:plc:cai',
  profile: { ...ana.profile, displayName: 'Cai Example', handle: 'cai.example', posts: 2345 },
  isAdded: false,
  looked: 100,
  speaking: 12,
};

export function suggest(handle: string, mentions = 0): AccountSuggestion {
  return { handle, displayName: mentions > 0 ? null : `Name of ${handle}`, bio: null, mentions };
}

type Answering = { readonly [Name in keyof AccountRequests]?: (request: never) => unknown };

/** Answers as the background would; what is not given rejects. */
export function answering(answers: Answering): Ask<AccountRequests> {
  return (async (name: keyof AccountRequests, request: never) => {
    const answer = answers[name];
    if (answer === undefined) throw new Error(`nobody answers ${name}`);
    return answer(request);
  }) as Ask<AccountRequests>;
}

export const plain: AccountsProps = {
  state: some,
  consent: { ...noConsent, on: { refresh: true, accounts: true, ask: false } },
  imports: null,
  now: NOW,
  ask: answering({ previewAccount: () => succeed(preview), addAccount: () => succeed(null) }),
  onChanged: async () => {},
  onNeedConsent: () => {},
  onSwitch: () => {},
  onServices: () => {},
};
