import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRequests } from '../../../platform/network/requests.ts';
import { openDoors, PROFILE } from './doors.ts';

const MANY = JSON.stringify({ text: 'x'.repeat(200_000) });

/** What the server does, by path. */
const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/fine': (response) => response.setHeader('content-type', 'application/json').end('{"text":"Ŵyl"}'),
  '/packed': (response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(MANY)),
  '/large': (response) => response.end(MANY),
  '/redirect': (response) => response.writeHead(302, { location: '/fine' }).end(),
  '/elsewhere': (response) => response.writeHead(301, { location: 'http://127.0.0.1:1/' }).end(),
  '/half': (response) => {
    response.writeHead(200, { 'content-length': 100 }).write('{"text":"half');
    setTimeout(() => response.destroy(), 20);
  },
  '/half-in-chunks': (response) => {
    response.write('{"text":"half');
    setTimeout(() => response.destroy(), 20);
  },
  '/half-refusal': (response) => {
    response.writeHead(400, { 'content-length': 100 }).write('{"error":"Half');
    setTimeout(() => response.destroy(), 20);
  },
  '/short': (response) => response.end('{"text":"sho'),
  '/silent': () => {},
  '/slow': (response) => {
    response.write('{');
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  },
  '/endless': (response) => {
    const flow = setInterval(() => response.write('x'.repeat(50_000)), 1);
    response.on('close', () => {
      clearInterval(flow);
      left.push('/endless');
    });
  },
  '/hangs-up': (response) => response.destroy(),
  '/html': (response) => response.setHeader('content-type', 'text/html').end('<!doctype html><title>Busy</title>'),
  '/empty': (response) => response.end(),
  '/latin': (response) => response.end(Buffer.from('{"text":"\xe9"}', 'latin1')),
  '/refused': (response) => response.writeHead(400).end('{"error":"InvalidRequest","message":"Profile not found"}'),
  '/busy': (response) => response.writeHead(429, { 'retry-after': '2' }).end('{"error":"RateLimitExceeded"}'),
  '/down': (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
};

const asked: string[] = [];
const left: string[] = [];
const headers: object[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  headers.push(request.headers);
  ANSWERS[request.url ?? '']?.(response);
});
let origin: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function ask(path: string, at = origin) {
  const { world, doors } = openDoors(at);
  const { fetch: _, ...others } = doors;
  // What is answered in time is, on however busy a machine.
  const timeLimit = ['/silent', '/slow'].includes(path) ? 300 : 10_000;
  const requests = createRequests({ ...others, timeLimit });
  return { world, answer: requests.ask({ ...PROFILE, path: path as `/${string}`, limit: 100_000 }) };
}

test('an answer is read, and the server learns nothing but what is asked', async () => {
  const { world, answer } = ask('/fine');
  expect(await answer).toEqual({ ok: true, value: { text: 'Ŵyl' } });
  expect(world.log).toMatchObject([{ outcome: 'answered', status: 200, bytes: 15 }]);
  expect(headers.at(-1)).toMatchObject({ accept: 'application/json' });
  for (const name of ['cookie', 'referer', 'origin', 'authorization']) expect(headers.at(-1)).not.toHaveProperty(name);
});

test.each([
  ['/redirect', { kind: 'redirected' }, 302],
  ['/elsewhere', { kind: 'redirected' }, 301],
  ['/large', { kind: 'too-large', limit: 100_000 }, 200],
  ['/packed', { kind: 'too-large', limit: 100_000 }, 200],
  ['/half', { kind: 'unreadable', why: 'cut', until: null }, 200],
  ['/half-in-chunks', { kind: 'unreadable', why: 'cut', until: null }, 200],
  ['/half-refusal', { kind: 'status', status: 400, error: null, message: null, until: null }, 400],
  ['/short', { kind: 'unreadable', why: 'not-json', until: null }, 200],
  ['/silent', { kind: 'timed-out' }, null],
  ['/slow', { kind: 'timed-out' }, 200],
  ['/hangs-up', { kind: 'unreachable' }, null],
  ['/html', { kind: 'unreadable', why: 'html', until: expect.any(Number) }, 200],
  ['/empty', { kind: 'unreadable', why: 'not-json', until: null }, 200],
  ['/latin', { kind: 'unreadable', why: 'not-json', until: null }, 200],
  [
    '/refused',
    { kind: 'status', status: 400, error: 'InvalidRequest', message: 'Profile not found', until: null },
    400,
  ],
  ['/busy', { kind: 'limited', until: expect.any(Number), isPaused: false }, 429],
  ['/down', { kind: 'status', status: 502, error: null, message: null, until: expect.any(Number) }, 502],
])('%s is told as it is, asked once, and written down', async (path, error, status) => {
  const before = asked.length;
  const { world, answer } = ask(path);
  expect(await answer).toEqual({ ok: false, error });
  expect(asked.slice(before)).toEqual([path]);
  expect(world.log).toMatchObject([{ outcome: error.kind, status }]);
});

test('more than is read is not waited for', async () => {
  expect(await ask('/endless').answer).toEqual({ ok: false, error: { kind: 'too-large', limit: 100_000 } });
  await expect.poll(() => left, { timeout: 200 }).toEqual(['/endless']);
});

test('a server that is not there is told as unreachable', async () => {
  const { world, answer } = ask('/fine', 'http://127.0.0.1:1');
  expect(await answer).toEqual({ ok: false, error: { kind: 'unreachable' } });
  expect(world.log).toMatchObject([{ outcome: 'unreachable', status: null, bytes: 0 }]);
});
