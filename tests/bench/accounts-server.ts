import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Feed } from '../../core/model/feed.ts';
import type { Post } from '../../core/model/post.ts';
import { JO, profileOf, recordOf, uriOf, viewOf } from '../core/sources/bluesky/answers.ts';
import { keyOf } from '../core/sources/car/made-car.ts';

/** A stand-in for an AppView that has one account. */
export interface AccountsServer {
  readonly address: string;
  readonly requests: () => number;
  /** Has other posts from now on. */
  show(views: readonly View[]): void;
  stop(): void;
}

/** A post as an AppView gives it. */
export type View = ReturnType<typeof viewOf>;

const PAGE = 100;

/** Records of the posts of a generated feed, the newest first: link cards with addresses, threads as replies. */
export function recordsOf(feed: Feed): readonly { readonly key: string; readonly record: object }[] {
  const count = feed.posts.length;
  const keys = new Map(feed.posts.map(({ id }, index) => [id, keyOf(count - index)]));
  const threadOf = new Map(
    feed.threads.flatMap(({ posts }) => posts.map((id, place) => [id, posts.slice(0, place)] as const)),
  );
  const addressOf = new Map(
    feed.publications.map(({ id, addresses: [known], displayForms: [shown] }) => [
      id,
      known ?? `https://${(shown ?? 'news.example/a').replace('...', '-and-so-on')}`,
    ]),
  );
  return feed.posts.map((post, index) => {
    const before = threadOf.get(post.id) ?? [];
    const [root, parent] = [before[0], before.at(-1)].map((id) => ({ uri: uriOf(keys.get(id ?? '') ?? ''), cid: 'c' }));
    const embed = embedOf(post, addressOf.get(post.publications[0] ?? ''));
    const second = String(59 - (index % 60)).padStart(2, '0');
    const more = { ...(before.length > 0 && { reply: { root, parent } }), ...(embed && { embed }) };
    return {
      key: keys.get(post.id) ?? '',
      record: recordOf({ text: post.text, createdAt: `${post.time}:${second}.000Z`, ...more }),
    };
  });
}

function embedOf({ linkCard }: Post, uri = 'https://news.example/'): object | null {
  if (linkCard === null) return null;
  const { title, description } = linkCard;
  return { $type: 'app.bsky.embed.external', external: { uri, title, description } };
}

/** The posts of a generated feed as an AppView gives them, the newest first. */
export function viewsOf(feed: Feed): readonly View[] {
  return recordsOf(feed).map(({ key, record }) => viewOf(key, record));
}

/** Answers `getProfile`, `getAuthorFeed` and `getPosts` as an AppView does. */
export async function serveAccount(shown: readonly View[]): Promise<AccountsServer> {
  let views = shown;
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const from = Number(searchParams.get('cursor') ?? 0);
    const answer = () => {
      if (pathname.endsWith('getProfile')) return { ...profileOf(), postsCount: views.length };
      if (pathname.endsWith('getPosts'))
        return { posts: views.filter(({ uri }) => searchParams.getAll('uris').includes(uri)) };
      const feedPage = views.slice(from, from + PAGE).map((post) => ({ post }));
      return { feed: feedPage, ...(from + PAGE < views.length && { cursor: `${from + PAGE}` }) };
    };
    response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
    response.end(JSON.stringify(answer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    show(next) {
      views = next;
    },
    stop: () => server.close(),
  };
}

export const ACCOUNT = JO;
