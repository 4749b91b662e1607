import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { setTimeout } from 'node:timers/promises';

/** Answers a request as no real server does when it is asked to. */
type Misdeed = (response: ServerResponse, request: IncomingMessage) => unknown;

const JSON_TYPE = 'application/json';
const HTML = 'text/html; charset=utf-8';
const BLANKS = ' '.repeat(2 ** 20);
/** How often the large answer has so many. */
const LARGE = 512;
/** How often the slow answer goes on, in ms. */
const SLOW = 200;
const FEED = JSON.stringify({ feed: Array.from({ length: 20 }, (_, index) => ({ post: madeUpPost(index) })) });

/** Stand-ins for servers that misbehave. A page may read what they say, except where a server at the edge says it. */
export const MISDEEDS = {
  /** A page for people, as a hotel's network gives it. */
  html: (response) => send(response, 200, HTML, '<!doctype html><title>Sign in</title><h1>Sign in</h1>'),
  empty: (response) => send(response, 200, JSON_TYPE, ''),
  /** The connection ends before anything was said. */
  closed: (response) => response.destroy(),
  /** The connection ends in the middle of what was announced. */
  half: (response) => {
    writeHead(response, 200, JSON_TYPE, { 'content-length': String(FEED.length) });
    response.write(FEED.slice(0, FEED.length / 2), () => response.destroy());
  },
  /** A whole answer, which holds half of the JSON. */
  'half-json': (response) => send(response, 200, JSON_TYPE, FEED.slice(0, FEED.length / 2)),
  /** All that is asked for by name, and none of it is what it should be. */
  nonsense: (response) => talkNonsense(response),
  null: (response) => send(response, 200, JSON_TYPE, 'null'),
  /** Leads to another host, which talks nonsense; there it is known by the header `host`. */
  redirect: (response, { headers: { host }, socket: { localPort } }) =>
    host?.startsWith('localhost')
      ? talkNonsense(response)
      : send(response, 302, 'text/plain', '', { location: `http://localhost:${localPort}/` }),
  'redirect-loop': (response, { url = '/' }) => send(response, 302, 'text/plain', '', { location: url }),
  /** As a PDS refuses who asks too often; it says for how long. */
  '429': (response) =>
    send(response, 429, JSON_TYPE, '{"error":"RateLimitExceeded","message":"Rate Limit Exceeded"}', {
      'access-control-expose-headers':
        'RateLimit-Limit, RateLimit-Reset, RateLimit-Remaining, RateLimit-Policy, Retry-After',
      'ratelimit-limit': '3000',
      'ratelimit-policy': '3000;w=300',
      'ratelimit-remaining': '0',
      'ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 2),
      'retry-after': '2',
    }),
  /** As Bluesky's edge refuses: no JSON, and not for how long. https://github.com/bluesky-social/atproto/issues/5443 */
  '429-html': (response) => sendAtEdge(response, 429, 'Too Many Requests'),
  /** As its edge blocks: no page may read it. https://github.com/bluesky-social/indigo/issues/797 */
  '403-html': (response) => sendAtEdge(response, 403, 'Forbidden'),
  '500': (response) => sendError(response),
  '503-html': (response) => sendAtEdge(response, 503, 'Service Unavailable'),
  /** A first page, whose cursor leads to an error. */
  'cursor-500': (response, request) =>
    request.url?.includes('cursor=') ? sendError(response) : sendPage(response, 'next'),
  /** Pages without end, all the same, cursor and all. */
  'cursor-loop': (response) => sendPage(response, 'again'),
  /** Never answers. */
  silent: () => {},
  /** Answers at once, and never comes to an end. */
  slow: async (response) => {
    writeHead(response, 200, JSON_TYPE);
    for (response.write('{"feed":['); !response.destroyed; response.write(' ')) await setTimeout(SLOW);
  },
  /** Half a gigabyte. */
  large: (response) => {
    writeHead(response, 200, JSON_TYPE);
    pipeline(largeFeed(), response, () => {});
  },
} satisfies Readonly<Record<string, Misdeed>>;

const NONSENSE = {
  feed: [7, null, 'post', [], {}, { post: null }, { post: { uri: 5, author: 'me', record: [] } }, { reason: {} }],
  posts: { length: 3 },
  thread: [],
  cursor: { next: true },
  did: ['did:plc:none'],
  handle: 42,
  displayName: {},
  labels: 'none',
};

function talkNonsense(response: ServerResponse): void {
  send(response, 200, JSON_TYPE, JSON.stringify(NONSENSE));
}

function* largeFeed(): Generator<string> {
  yield '{"feed":[';
  for (let written = 0; written < LARGE; written += 1) yield BLANKS;
  yield ']}';
}

function madeUpPost(index: number): object {
  return {
    uri: `at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/${index}`,
    cid: `bafyreia${index}`,
    author: { did: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa', handle: 'made-up.test' },
    record: { $type: 'app.bsky.feed.post', text: `Post ${index}`, createdAt: '2025-01-01T00:00:00.000Z' },
    indexedAt: '2025-01-01T00:00:00.000Z',
  };
}

function sendPage(response: ServerResponse, cursor: string): void {
  send(response, 200, JSON_TYPE, JSON.stringify({ ...(JSON.parse(FEED) as object), cursor }));
}

function sendError(response: ServerResponse): void {
  send(response, 500, JSON_TYPE, '{"error":"InternalServerError","message":"Internal Server Error"}');
}

function sendAtEdge(response: ServerResponse, status: number, title: string): void {
  response.writeHead(status, { 'content-type': HTML }).end(`<html><h1>${status} ${title}</h1></html>`);
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  writeHead(response, status, type, headers);
  response.end(body);
}

function writeHead(
  response: ServerResponse,
  status: number,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'access-control-allow-origin': '*', 'content-type': type, ...headers });
}
