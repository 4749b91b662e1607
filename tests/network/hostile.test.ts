import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Hostile, startHostile } from './hostile.ts';

const FEED = '/xrpc/app.bsky.feed.getAuthorFeed?actor=did:plc:x';
let hostile: Hostile;

beforeEach(async () => {
  hostile = await startHostile();
});
afterEach(() => hostile.stop());

describe('a stand-in for a server that misbehaves', () => {
  test.each([
    ['html', 200, 'text/html; charset=utf-8', /<h1>/],
    ['empty', 200, 'application/json', /^$/],
    ['half-json', 200, 'application/json', /^\{"feed":.*[^}]$/],
    ['nonsense', 200, 'application/json', /^\{"feed":\[7,null/],
    ['null', 200, 'application/json', /^null$/],
    ['429', 429, 'application/json', /RateLimitExceeded/],
    ['429-html', 429, 'text/html; charset=utf-8', /Too Many/],
    ['403-html', 403, 'text/html; charset=utf-8', /Forbidden/],
    ['500', 500, 'application/json', /InternalServerError/],
    ['503-html', 503, 'text/html; charset=utf-8', /Unavailable/],
  ] as const)('%s', async (misdeed, status, type, body) => {
    hostile.misbehave(misdeed);
    const response = await fetch(hostile.address + FEED);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
    expect(await response.text()).toMatch(body);
  });

  test('half: what was announced does not come', async () => {
    hostile.misbehave('half');
    const response = await fetch(hostile.address + FEED);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });

  test('only a PDS says for how long it refuses', async () => {
    const ask = async () => (await fetch(hostile.address + FEED)).headers.get('retry-after');
    hostile.misbehave('429');
    expect(await ask()).toBe('2');
    hostile.misbehave('429-html');
    expect(await ask()).toBeNull();
  });

  test('redirect: leads to another host', async () => {
    hostile.misbehave('redirect');
    const response = await fetch(hostile.address + FEED);
    expect(await response.text()).toContain('"feed":[7');
    expect(hostile.asked.map(({ host }) => host.split(':')[0])).toEqual(['127.0.0.1', 'localhost']);
    hostile.misbehave('redirect-loop');
    await expect(fetch(hostile.address + FEED)).rejects.toThrow('fetch failed');
  });

  test('cursor-500, cursor-loop: a first page', async () => {
    const ask = async (query = '') => (await fetch(hostile.address + FEED + query)).json() as Promise<object>;
    hostile.misbehave('cursor-500');
    expect(await ask()).toMatchObject({ cursor: 'next' });
    expect(await ask('&cursor=next')).toMatchObject({ error: 'InternalServerError' });
    hostile.misbehave('cursor-loop');
    expect(await ask('&cursor=again')).toMatchObject({ cursor: 'again' });
  });

  test.each(['silent', 'slow'] as const)('%s: no end of it', async (misdeed) => {
    hostile.misbehave(misdeed);
    const asking = fetch(hostile.address + FEED, { signal: AbortSignal.timeout(500) }).then((response) =>
      response.text(),
    );
    await expect(asking).rejects.toThrow('timeout');
  });

  test('large: half a gigabyte, of which it is known how much was taken', async () => {
    hostile.misbehave('large');
    let taken = 0;
    const enough = 10 * 2 ** 20;
    const { body } = await fetch(hostile.address + FEED);
    for await (const chunk of body ?? []) {
      taken += chunk.length;
      if (taken > enough) break;
    }
    await expect.poll(() => hostile.bytesSent()).toBeGreaterThan(enough);
    expect(hostile.bytesSent()).toBeLessThan(10 * enough);
  });
});

describe('before a real server', () => {
  let real: Hostile;
  beforeEach(async () => {
    real = await startHostile();
    real.misbehave('cursor-loop');
    await hostile.stop();
    hostile = await startHostile(real.address);
  });
  afterEach(() => real.stop());

  test('passes on what it is asked, and keeps count', async () => {
    const response = await fetch(hostile.address + FEED, { headers: { 'x-from': 'test' } });
    expect([response.status, await response.json()]).toMatchObject([200, { cursor: 'again' }]);
    expect(real.asked).toMatchObject([{ path: FEED, headers: { 'x-from': 'test' } }]);
    expect(hostile.mostAtOnce()).toBe(1);
    real.misbehave('silent');
    const signal = AbortSignal.timeout(200);
    await Promise.allSettled([1, 2, 3].map((each) => fetch(`${hostile.address}/${each}`, { signal })));
    expect(hostile.asked.map(({ path }) => path).toSorted()).toEqual(['/1', '/2', '/3', FEED]);
    expect(hostile.mostAtOnce()).toBe(3);
  });

  test('knows how long after one another requests came', async () => {
    for (let each = 0; each < 3; each += 1) {
      await fetch(hostile.address + FEED);
      await setTimeout(50);
    }
    const [first = 0, second = 0, third = 0] = hostile.asked.map(({ at }) => at);
    for (const gap of [second - first, third - second]) expect(gap).toBeGreaterThan(45);
  });

  test('misbehaves where it is told to', async () => {
    const ask = async (path = FEED) => {
      const response = await fetch(hostile.address + path);
      await response.arrayBuffer();
      return response.status;
    };
    hostile.misbehave('500', (_, index) => index === 1);
    expect([await ask(), await ask(), await ask()]).toEqual([200, 500, 200]);
    hostile.misbehave('429', (path) => path.includes('getPosts'));
    expect([await ask(), await ask('/xrpc/app.bsky.feed.getPosts')]).toEqual([200, 429]);
    hostile.behave();
    expect(await ask('/xrpc/app.bsky.feed.getPosts')).toBe(200);
    await real.stop();
    expect(await ask()).toBe(502);
    real = await startHostile();
  });
});
