import type { AtUri, Did } from '../../../../core/model/ids.ts';
import type { Failure } from '../../../../core/network/failure.ts';
import { fail, type Result, succeed } from '../../../../core/result.ts';
import type { AtprotoClient } from '../../../../platform/network/bluesky.ts';

export const DID: Did = 'did:plc:ewvi7nxzyoun6zhxrhs64oiz';
export const REPORT = 'https://www.instituteforgovernment.org.uk/publication/report/public-procurement';

/** A post as the fake network has it. */
export interface FakePost {
  readonly key: string;
  readonly text: string;
  /** ISO, an instant. */
  readonly at: string;
  /** Whether it has a link card of the report. */
  readonly isAbout?: boolean;
  /** The key of the post that it answers, and of the first of its thread. */
  readonly reply?: { readonly parent: string; readonly root: string };
  readonly cid?: string;
  /** When it was reposted, as an instant; it is somebody else's then. */
  readonly repostedAt?: string;
  /** Whether nobody is to see it. */
  readonly isHidden?: boolean;
}

const OTHER: Did = 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa';

/** A network of one account, as far as readings ask it; each request counts, and may be told to fail. */
export function createFakeNetwork() {
  const state = {
    posts: [] as FakePost[],
    handle: 'ada.example',
    labels: [] as string[],
    /** What a profile is answered with in place of the account's. */
    absence: null as Failure | null,
    /** By the number of the request, from 1. */
    failures: new Map<number, Failure>(),
    asked: [] as string[],
    pageSize: 2,
    /** After so many pages they begin anew; of one page its cursor leads to itself. */
    circle: null as number | null,
    /** What a page is always answered with, by the cursor that leads to it. */
    broken: new Map<string | null, Failure>(),
    /** Whether it says of every post that it is asked for that there is none. */
    isForgetful: false,
    onRequest: async () => {},
  };
  const uriOf = (key: string): AtUri => `at://${DID}/app.bsky.feed.post/${key}`;
  const author = () => ({ did: DID, handle: state.handle, displayName: 'Ada', labels: [] });
  const viewOf = ({ key, text, at, isAbout, reply, cid, repostedAt, isHidden }: FakePost) => ({
    uri: repostedAt === undefined ? uriOf(key) : `at://${OTHER}/app.bsky.feed.post/${key}`,
    cid: cid ?? `cid-${key}`,
    author: repostedAt === undefined ? author() : { did: OTHER, handle: 'other.example', displayName: 'Other' },
    indexedAt: at,
    labels: isHidden ? [{ src: DID, uri: uriOf(key), val: '!hide', cts: at }] : [],
    likeCount: 1,
    record: {
      $type: 'app.bsky.feed.post',
      text,
      createdAt: at,
      ...(reply && {
        reply: {
          root: { uri: uriOf(reply.root), cid: `cid-${reply.root}` },
          parent: { uri: uriOf(reply.parent), cid: `cid-${reply.parent}` },
        },
      }),
      ...(isAbout && {
        embed: {
          $type: 'app.bsky.embed.external',
          external: { uri: REPORT, title: 'Public procurement | Institute for Government', description: 'How to buy.' },
        },
      }),
    },
  });
  const itemOf = (post: FakePost) => ({
    post: viewOf(post),
    ...(post.repostedAt && {
      reason: { $type: 'app.bsky.feed.defs#reasonRepost', by: author(), indexedAt: post.repostedAt },
    }),
  });
  const cameAt = ({ at, repostedAt }: FakePost) => repostedAt ?? at;
  const newestFirst = () => state.posts.toSorted((a, b) => (cameAt(a) < cameAt(b) ? 1 : -1));
  const answer = async (name: string, make: () => unknown): Promise<Result<unknown, Failure>> => {
    state.asked.push(name);
    await state.onRequest();
    const failure = state.failures.get(state.asked.length);
    return failure === undefined ? succeed(make()) : fail(failure);
  };
  const client: AtprotoClient = {
    async profile() {
      if (state.absence !== null) {
        state.asked.push('profile');
        return fail(state.absence);
      }
      return answer('profile', () => ({
        ...author(),
        description: 'Writes about buying.',
        postsCount: state.posts.length,
        labels: state.labels.map((val) => ({ src: DID, uri: uriOf('self'), val, cts: '2026-01-01T00:00:00Z' })),
      }));
    },
    async authorFeed(_, cursor) {
      const name = `feed ${cursor ?? ''}`.trim();
      const failure = state.broken.get(cursor);
      if (failure !== undefined) {
        state.asked.push(name);
        return fail(failure);
      }
      return answer(name, () => {
        const round = state.pageSize * (state.circle ?? Number.POSITIVE_INFINITY);
        const from = cursor === null ? 0 : Number(cursor);
        const posts = newestFirst();
        const end = from >= round ? state.pageSize : from + state.pageSize;
        return {
          feed: posts.slice(from, end).map(itemOf),
          ...(end < posts.length && { cursor: `${end}` }),
        };
      });
    },
    posts: (uris) =>
      answer('posts', () => ({
        posts: state.posts.filter(({ key }) => !state.isForgetful && uris.includes(uriOf(key))).map(viewOf),
      })),
    follows: () => answer('follows', () => ({ follows: [] })),
  };
  return { network: () => client, state, uriOf };
}
