import { createServer, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { decode, decodeFirst, fromBytes } from '@atcute/cbor';
import { decode as decodeCid, toString as writeCid } from '@atcute/cid';
import { BlockCutter } from '../../core/sources/car/blocks.ts';
import { addressOf } from './control.ts';

/**
 * A stand-in for Constellation, the link index: it speaks the contract of `blue.microcosm.links.getBacklinks`, and knows what a
 * real PDS's firehose tells. https://github.com/at-microcosm/microcosm-rs: a link is found by exactly the address that stands
 * in a record once that is normalised as RFC 3986 has it, and by the path to where it stands.
 */
export interface LinkIndexStandIn {
  readonly address: string;
  /** Settles when nothing more comes from the firehose. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

interface Linking {
  readonly did: string;
  readonly collection: string;
  readonly rkey: string;
  /** Each as `path target`. */
  readonly links: ReadonlySet<string>;
}

interface Commit {
  readonly repo: string;
  readonly seq: number;
  readonly ops: readonly {
    readonly action: 'create' | 'update' | 'delete';
    readonly path: string;
    readonly cid: { readonly $link: string } | null;
  }[];
  readonly blocks: Parameters<typeof fromBytes>[0];
}

interface AccountEvent {
  readonly did: string;
  readonly seq: number;
  readonly active: boolean;
  readonly status?: string;
}

const MOST = 100;
const DEFAULT = 16;
/** Milliseconds without an event after which none is on its way; how often it is looked. */
const QUIET = 400;
const STEP = 50;

export async function startLinkIndex(pds: string): Promise<LinkIndexStandIn> {
  /** In the order in which they came. */
  const linking = new Map<string, Linking>();
  const inactive = new Set<string>();
  let latest = performance.now();
  const socket = new WebSocket(`${pds.replace(/^http/, 'ws')}/xrpc/com.atproto.sync.subscribeRepos?cursor=0`);
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('message', ({ data }) => {
    latest = performance.now();
    const [header, rest] = decodeFirst(new Uint8Array(data as ArrayBuffer)) as [{ t?: string }, Uint8Array];
    if (header.t === '#commit') take(decode(rest) as Commit, linking);
    if (header.t === '#account') heed(decode(rest) as AccountEvent, linking, inactive);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  const server = createServer(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    if (pathname !== '/xrpc/blue.microcosm.links.getBacklinks') return send(response, 404, { error: 'NotFound' });
    const limit = Number(searchParams.get('limit') ?? DEFAULT);
    if (!(limit >= 1 && limit <= MOST)) return send(response, 400, { error: 'InvalidRequest' });
    const [, path] = searchParams.get('source')?.split(/:(.*)/s) ?? [];
    const key = `${path} ${searchParams.get('subject')}`;
    const all = [...linking.values()].filter(({ did, links }) => links.has(key) && !inactive.has(did)).reverse();
    const from = Number(searchParams.get('cursor') ?? 0);
    const records = all.slice(from, from + limit).map(({ links: _, ...record }) => record);
    send(response, 200, {
      total: all.length,
      records,
      cursor: from + limit < all.length ? String(from + limit) : null,
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: addressOf(server),
    async settle() {
      const asked = performance.now();
      while (performance.now() - Math.max(asked, latest) < QUIET) await setTimeout(STEP);
    },
    async stop() {
      socket.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function take({ repo, ops, blocks }: Commit, linking: Map<string, Linking>): void {
  const records = new Map<string, unknown>();
  for (const part of new BlockCutter().cut(fromBytes(blocks)))
    if ('cid' in part) records.set(writeCid(decodeCid(part.cid)), decode(part.bytes));
  for (const { action, path, cid } of ops) {
    const [collection = '', rkey = ''] = path.split('/');
    const uri = `at://${repo}/${path}`;
    if (action === 'delete') linking.delete(uri);
    else {
      const links = new Set(linksIn(records.get(cid?.$link ?? ''), ''));
      linking.set(uri, { did: repo, collection, rkey, links });
    }
  }
}

function heed({ did, active, status }: AccountEvent, linking: Map<string, Linking>, inactive: Set<string>): void {
  if (active) inactive.delete(did);
  else inactive.add(did);
  if (status !== 'deleted') return;
  for (const [uri, link] of linking) if (link.did === did) linking.delete(uri);
}

/** A list's items are known by their kind, where they name one. */
export function* linksIn(value: unknown, path: string): Generator<string> {
  if (typeof value === 'string' && URL.canParse(value)) yield `${path} ${new URL(value).href}`;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* linksIn(item, `${path}[${Object(item).$type ?? ''}]`);
    return;
  }
  for (const [name, field] of Object.entries(value)) yield* linksIn(field, path === '' ? name : `${path}.${name}`);
}

function send(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
    .end(JSON.stringify(body));
}
