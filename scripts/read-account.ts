import { setTimeout as wait } from 'node:timers/promises';
import { noConsent } from '../core/network/consent.ts';
import type { Pause } from '../core/network/pause.ts';
import { readFeedPage } from '../core/sources/bluesky/feed-page.ts';
import { keptFetched } from '../core/sources/bluesky/kept.ts';
import { readProfile } from '../core/sources/bluesky/profile.ts';
import type { FetchedPost } from '../core/sources/fetched-post.ts';
import type { SeedFile } from '../core/sources/seed-file.ts';
import { type AtprotoClient, createAtprotoClient } from '../platform/network/bluesky.ts';
import type { HostValues } from '../platform/network/hosts.ts';
import { createRequests } from '../platform/network/requests.ts';
import { Refusal } from './refusal.ts';

/** Reads all posts of an account as the extension does, and keeps what it would. Throws with what the network answered. */
export async function readAccount(appView: string, actor: string, keep: SeedFile['keep']): Promise<SeedFile> {
  const client = clientOf(appView);
  const answer = await client.profile(actor);
  if (!answer.ok) throw new Refusal(`${actor}: ${describe(answer.error)}`);
  const found = readProfile(answer.value);
  if (!found.ok) throw new Refusal(`${actor}: ${found.error}`);
  const { did, profile, isForSignedInOnly } = found.value;
  if (isForSignedInOnly) throw new Refusal(`${actor} asks not to be shown to who is not signed in.`);
  const posts = await readPages(client, did);
  const readAt = new Date().toISOString().slice(0, 10);
  return { did, profile, keep, readAt, posts: keptFetched(posts, did, keep) };
}

async function readPages(client: AtprotoClient, did: string): Promise<readonly FetchedPost[]> {
  const posts = new Map<string, FetchedPost>();
  for (let cursor: string | null = null, isEnd = false; !isEnd; ) {
    const answer = await client.authorFeed(did, cursor);
    if (!answer.ok) throw new Refusal(`${did}: ${describe(answer.error)}`);
    const page = readFeedPage(answer.value);
    if (!page.ok) throw new Refusal(`${did}: ${page.error}`);
    for (const post of page.value.posts) posts.set(post.uri, post);
    if (page.value.cursor !== null && page.value.cursor === cursor)
      throw new Refusal(`${did}: a page of posts leads to itself.`);
    isEnd = page.value.cursor === null;
    cursor = page.value.cursor;
  }
  return [...posts.values()];
}

/** As politely as the extension; who starts the command has asked for it. */
function clientOf(appView: string): AtprotoClient {
  const requests = createRequests({
    now: Date.now,
    wait: (milliseconds) => wait(milliseconds),
    isOffline: () => false,
    readConsent: async () => ({
      on: { ...noConsent.on, accounts: true },
      services: { ...noConsent.services, appView },
    }),
    watchConsent: () => {},
    isUnnamed: async () => true,
    log: { sent: async () => {}, outcome: async () => {} },
    pauses: inMemory<Pause>(),
    lastRequests: inMemory<number>(),
    inTurn: (act) => act(),
  });
  return createAtprotoClient(requests, { purpose: 'accounts' });
}

function inMemory<Value>(): HostValues<Value> {
  const values = new Map<string, Value>();
  return {
    read: async (host) => values.get(host) ?? null,
    keep: async (host, value) => void (value === null ? values.delete(host) : values.set(host, value)),
  };
}

function describe(failure: { readonly kind: string; readonly message?: string | null }): string {
  return failure.message ? `${failure.kind}: ${failure.message}` : failure.kind;
}
