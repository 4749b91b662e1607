import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in does: answers, names nothing, names what is gone, is down, refuses, or was asked too often. */
export type Manner = 'answers' | 'nothing' | 'gone' | 'down' | 'refuses' | 'limits';

/** Stands in for the link index and the AppView, in the forms that they speak; no real one is behind it. */
export interface LinkingNetwork {
  readonly address: string;
  /** Paths with their queries, in the order in which they came. */
  readonly asked: string[];
  manner: Manner;
  /** Requests wait until what it gives is called. */
  hold(): () => void;
  stop(): void;
}

export const ADA = { did: 'did:plc:adaadaadaadaadaadaadaada', handle: 'ada.example.com', displayName: 'Ada Adair' };
export const BO = { did: 'did:plc:bobobobobobobobobobobobo', handle: 'bo.example.com', displayName: 'Bo <b>Bold</b>' };

export interface LinkingOf {
  readonly author: typeof ADA;
  readonly key: string;
  readonly text: string;
  readonly root?: string;
}

/** The posts that link to the page, each in its text. */
export const LINKING: readonly LinkingOf[] = [
  { author: ADA, key: '3m2adaone2222', text: 'Artichokes could be bought with a mission, says' },
  { author: ADA, key: '3m1adatwo2222', text: 'I said so before:', root: '3m0adaroot222' },
  { author: BO, key: '3m0boone22222', text: 'A long report, and worth it. '.repeat(8) },
];
const KEY_OF_GONE = '3m0gone222222';
const POST = 'app.bsky.feed.post';

/** `link` is the address as the posts have it; the index knows it in that form only. */
export async function startLinkingNetwork(link: string): Promise<LinkingNetwork> {
  const asked: string[] = [];
  let held: Promise<void> = Promise.resolve();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    void held.then(() => answer(new URL(path, 'http://stand-in.example'), response, network.manner, link));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const network: LinkingNetwork = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    manner: 'answers',
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    stop: () => void server.close(),
  };
  return network;
}

function answer({ pathname, searchParams }: URL, response: ServerResponse, manner: Manner, link: string): void {
  const send = (status: number, body: object, headers: object = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  const method = pathname.replace('/xrpc/', '');
  if (manner === 'down') return void response.destroy();
  if (manner === 'limits') return void send(429, { error: 'RateLimitExceeded' }, { 'retry-after': '3600' });
  if (method === 'app.bsky.feed.searchPostsV2') return void send(403, { error: 'Forbidden' });
  if (manner === 'refuses') return void send(403, { error: 'Forbidden', message: 'not for you' });
  if (method === 'blue.microcosm.links.getBacklinks') return void send(200, backlinks(searchParams, manner, link));
  if (method === 'app.bsky.feed.getPosts') return void send(200, { posts: viewsOf(searchParams, link) });
  send(404, { error: 'NotFound' });
}

function backlinks(query: URLSearchParams, manner: Manner, link: string): object {
  const isHere = query.get('subject') === link && query.get('source')?.includes('facets') === true;
  const named = manner === 'gone' ? [{ author: ADA, key: KEY_OF_GONE }] : LINKING;
  const records = isHere && manner !== 'nothing' ? named : [];
  return {
    total: records.length,
    records: records.map(({ author, key }) => ({ did: author.did, collection: POST, rkey: key })),
    cursor: null,
  };
}

function viewsOf(query: URLSearchParams, link: string): readonly object[] {
  const wanted = query.getAll('uris');
  return LINKING.filter((post) => wanted.includes(uriOf(post))).map((post, at) => viewOf(post, at, link));
}

export function uriOf({ author, key }: Pick<LinkingOf, 'author' | 'key'>): string {
  return `at://${author.did}/${POST}/${key}`;
}

function viewOf(post: LinkingOf, at: number, link: string): object {
  const shown = `${post.text} ${link.replace(/^https:\/\//, '').slice(0, 30)}...`;
  const start = Buffer.byteLength(post.text) + 1;
  const createdAt = new Date(Date.UTC(2026, 9, 20 - at, 9, 30)).toISOString();
  const root = post.root === undefined ? null : { uri: uriOf({ ...post, key: post.root }), cid: 'bafyroot' };
  return {
    uri: uriOf(post),
    cid: 'bafyreia',
    author: post.author,
    indexedAt: createdAt,
    likeCount: 3,
    record: {
      $type: POST,
      text: shown,
      createdAt,
      ...(root !== null && { reply: { root, parent: root } }),
      facets: [
        {
          index: { byteStart: start, byteEnd: Buffer.byteLength(shown) },
          features: [{ $type: 'app.bsky.richtext.facet#link', uri: link }],
        },
      ],
    },
  };
}
