import type { AppBskyActorGetProfile, AppBskyFeedGetPosts } from '@atcute/bluesky';
import { Client } from '@atcute/client';
import type { AtUri, Did, Handle } from '../../core/model/ids.ts';
import type { Failure } from '../../core/network/failure.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Asked, Requests } from './requests.ts';

/** What the AppView is asked. Answers are untrusted; a cursor is what the page before ended with, null for the first. */
export interface AtprotoClient {
  /** `app.bsky.actor.getProfile` */
  profile(actor: Did | Handle): Promise<Result<unknown, Failure>>;
  /** `app.bsky.feed.getAuthorFeed`: posts, replies and reposts, the newest first, 100 a page. */
  authorFeed(did: Did, cursor: string | null): Promise<Result<unknown, Failure>>;
  /** `app.bsky.feed.getPosts`: 25 at most; what is not there is left out of the answer. */
  posts(uris: readonly AtUri[]): Promise<Result<unknown, Failure>>;
  /** `app.bsky.graph.getFollows`: 100 accounts a page. */
  follows(did: Did, cursor: string | null): Promise<Result<unknown, Failure>>;
}

type Actor = AppBskyActorGetProfile.$params['actor'];
type Uris = AppBskyFeedGetPosts.$params['uris'];

const LIMIT = 100;

/** A client whose requests are for one purpose, until the signal aborts. */
export function createAtprotoClient(
  requests: Requests,
  by: Pick<Asked, 'purpose' | 'signal' | 'limit'>,
): AtprotoClient {
  const client = new Client({
    handler: async (path) => {
      const answer = await requests.ask({ ...by, service: 'appView', path: path as Asked['path'] });
      if (!answer.ok) throw new Failed(answer.error);
      // It is parsed already.
      return Object.assign(Response.json(null), { json: async () => answer.value });
    },
  });
  return {
    profile: (actor) => settle(client.get('app.bsky.actor.getProfile', { params: { actor: actor as Actor } })),
    authorFeed: (did, cursor) =>
      settle(
        client.get('app.bsky.feed.getAuthorFeed', {
          params: { actor: did as Actor, filter: 'posts_with_replies', limit: LIMIT, ...from(cursor) },
        }),
      ),
    posts: (uris) => settle(client.get('app.bsky.feed.getPosts', { params: { uris: [...uris] as Uris } })),
    follows: (did, cursor) =>
      settle(
        client.get('app.bsky.graph.getFollows', {
          params: { actor: did as Actor, limit: LIMIT, ...from(cursor) },
        }),
      ),
  };
}

function from(cursor: string | null): { readonly cursor?: string } {
  return cursor === null ? {} : { cursor };
}

/** Carries a failure through the client, which knows of statuses only. */
class Failed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

async function settle(asking: Promise<{ readonly data: unknown }>): Promise<Result<unknown, Failure>> {
  try {
    return succeed((await asking).data);
  } catch (error) {
    if (error instanceof Failed) return fail(error.failure);
    throw error;
  }
}
