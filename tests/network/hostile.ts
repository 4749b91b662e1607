import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MISDEEDS } from './misdeeds.ts';

/** A request as it came. */
export interface Asked {
  /** With its query. */
  readonly path: string;
  /** Of the address that was asked, with the port. */
  readonly host: string;
  readonly headers: IncomingMessage['headers'];
  /** On the clock of `performance`, in ms. */
  readonly at: number;
}

/** Whether a request, counted from 0, is answered badly. */
export type Which = (path: string, index: number) => boolean;

/** A server that stands before a real one, passes on what it is asked, and misbehaves where it is told to. */
export interface Hostile {
  readonly address: string;
  /** In the order in which they came. */
  readonly asked: readonly Asked[];
  /** The most requests that were not answered yet at one time. */
  mostAtOnce(): number;
  /** Bytes of bad answers that were taken from it. */
  bytesSent(): number;
  /** From now on, in place of what it was told before; all requests, where nothing is said of which. */
  misbehave(misdeed: keyof typeof MISDEEDS, which?: Which): void;
  /** Passes everything on again. */
  behave(): void;
  /** Answers none of these requests until what it gives is called. */
  hold(which: Which): () => void;
  stop(): Promise<void>;
}

/**
 * `target` is the address of the real server; without one, every request that is not answered badly gets status 502. What
 * is passed on may be renamed: accounts have other handles outside than on this machine.
 */
export async function startHostile(
  target?: string,
  rename: (path: string) => string = (path) => path,
): Promise<Hostile> {
  const asked: Asked[] = [];
  const open = new Set<ServerResponse>();
  let most = 0;
  let sent = 0;
  let misdeed: keyof typeof MISDEEDS | null = null;
  let isBad: Which = () => false;
  let isHeld: Which = () => false;
  let held = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    const { url: path = '/', headers } = request;
    asked.push({ path, host: headers.host ?? '', headers, at: performance.now() });
    open.add(response);
    most = Math.max(most, open.size);
    const before = request.socket.bytesWritten;
    const bad = misdeed !== null && isBad(path, asked.length - 1) ? MISDEEDS[misdeed] : null;
    response.on('close', () => {
      open.delete(response);
      if (bad !== null) sent += request.socket.bytesWritten - before;
    });
    if (bad !== null) void bad(response, request);
    else if (isHeld(path, asked.length - 1)) void held.promise.then(() => passOn(request, response, target, rename));
    else passOn(request, response, target, rename);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    mostAtOnce: () => most,
    bytesSent: () => sent,
    misbehave: (next, which = () => true) => {
      misdeed = next;
      isBad = which;
    },
    behave: () => {
      misdeed = null;
    },
    hold: (which) => {
      isHeld = which;
      held = Promise.withResolvers<void>();
      return () => {
        isHeld = () => false;
        held.resolve();
      };
    },
    stop: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  target: string | undefined,
  rename: (path: string) => string,
): void {
  const fail = () => (response.headersSent ? response.destroy() : response.writeHead(502).end());
  if (target === undefined) return void fail();
  const { method = 'GET', url = '/', headers } = request;
  const onward = ask(
    new URL(rename(url), target),
    { method, headers: { ...headers, host: new URL(target).host } },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', fail);
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}
