import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noConsent } from '../../../core/network/consent.ts';
import type { LoggedRequest } from '../../../core/network/logged-request.ts';
import { standInForBrowser, standInForStorage } from '../stand-in.ts';

const LOGGED: LoggedRequest = {
  host: 'app.example',
  what: 'app.bsky.actor.getProfile',
  purpose: 'accounts',
  at: 1,
  outcome: 'under-way',
  status: null,
  bytes: 0,
};

let storage: ReturnType<typeof standInForStorage>;

beforeEach(() => {
  storage = standInForStorage();
  standInForBrowser({ storage: storage.api });
});
afterEach(() => vi.unstubAllGlobals());

test('what the reader switches on is kept beside what another page switches on at once', async () => {
  const { changeConsent, readConsent } = await import('../../../platform/network/consent.ts');
  expect(await readConsent()).toEqual(noConsent);
  await Promise.all(
    (['refresh', 'ask'] as const).map((purpose) =>
      changeConsent((latest) => ({ ...latest, on: { ...latest.on, [purpose]: true } })),
    ),
  );
  expect((await readConsent()).on).toEqual({ refresh: true, accounts: false, ask: true });
  storage.stored.network = { on: { refresh: true }, services: 7 };
  expect(await readConsent()).toEqual(noConsent);
});

test('who watches hears of each change as what is allowed, until it ends', async () => {
  const { changeConsent, watchConsent } = await import('../../../platform/network/consent.ts');
  const seen = vi.fn();
  const life = new AbortController();
  watchConsent(seen, life.signal);
  await changeConsent((latest) => ({ ...latest, on: { ...latest.on, ask: true } }));
  await storage.api.local.set({ network: 'broken' });
  expect(seen.mock.calls.map(([{ on }]) => on.ask)).toEqual([true, false]);
  life.abort();
  expect(storage.listeners.size).toBe(0);
});

test('the log holds the latest 200 requests and how the last one went, and is cleared', async () => {
  const { clearLog, logOutcome, logSent, readLog, watchLog } = await import('../../../platform/network/log.ts');
  storage.stored.requests = Array.from({ length: 200 }, (_, at) => ({ ...LOGGED, at, outcome: 'answered' }));
  const seen = vi.fn();
  watchLog(seen);
  await logSent({ ...LOGGED, at: 200 });
  await logOutcome({ outcome: 'status', status: 400, bytes: 12 });
  const log = await readLog();
  expect([log.length, log[0]?.at]).toEqual([200, 1]);
  expect(log.at(-1)).toEqual({ ...LOGGED, at: 200, outcome: 'status', status: 400, bytes: 12 });
  expect(seen).toHaveBeenLastCalledWith(log);
  await clearLog();
  await logOutcome({ outcome: 'answered', status: 200, bytes: 12 });
  expect(await readLog()).toEqual([]);
});

test('of hosts is kept what is whole; how they failed outlives the browser’s closing, when they were asked does not', async () => {
  const { lastRequests, pauses } = await import('../../../platform/network/hosts.ts');
  storage.stored.pauses = { 'a.example': { failures: 2, until: 9 }, 'b.example': { failures: 'x' } };
  expect(await pauses.read('a.example')).toEqual({ failures: 2, until: 9 });
  for (const host of ['b.example', 'c.example', 'toString']) expect(await pauses.read(host)).toBeNull();
  await pauses.keep('__proto__', { failures: 1, until: 3 });
  expect(await pauses.read('__proto__')).toEqual({ failures: 1, until: 3 });
  await pauses.keep('a.example', null);
  expect(Object.keys(storage.stored.pauses as object)).toEqual(['__proto__']);
  await lastRequests.keep('a.example', 5);
  expect(await lastRequests.read('a.example')).toBe(5);
  expect(storage.session.lastRequests).toEqual({ 'a.example': 5 });
  expect(storage.stored).not.toHaveProperty('lastRequests');
});

test('requests of two contexts are sent one after another, and leave the log, the pause and the time behind', async () => {
  storage.stored.network = { on: { accounts: true }, services: { appView: 'http://127.0.0.1:1' } };
  const answers = [Response.json({ place: 1 }), new Response('', { status: 503 })];
  let open = 0;
  vi.stubGlobal('fetch', async () => {
    expect(++open).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    open--;
    return answers.shift();
  });
  const contexts = [];
  for (const _ of [1, 2]) {
    vi.resetModules();
    contexts.push((await import('../../../platform/network/browser-requests.ts')).browserRequests());
  }
  const asked = { service: 'appView', path: '/xrpc/app.bsky.actor.getProfile', purpose: 'accounts' } as const;
  const start = Date.now();
  const came = await Promise.all(contexts.map((requests) => requests.ask(asked)));
  expect(Date.now() - start).toBeGreaterThan(280);
  expect(came).toMatchObject([{ ok: true, value: { place: 1 } }, { error: { kind: 'status', status: 503 } }]);
  expect(storage.stored.requests).toMatchObject([{ outcome: 'answered' }, { outcome: 'status', status: 503 }]);
  expect(storage.stored.pauses).toMatchObject({ '127.0.0.1:1': { failures: 1 } });
  expect(Object.keys(storage.session.lastRequests as object)).toEqual(['127.0.0.1:1']);
});

test('who waits for a turn may leave', async () => {
  storage.stored.network = { on: { accounts: true }, services: {} };
  vi.stubGlobal('fetch', () => new Promise(() => {}));
  const { browserRequests } = await import('../../../platform/network/browser-requests.ts');
  const life = new AbortController();
  const { promise: busy, resolve: end } = Promise.withResolvers<void>();
  void navigator.locks.request('ifg-gloss-requests', () => busy);
  const asking = browserRequests().ask({ service: 'plc', path: '/', purpose: 'accounts', signal: life.signal });
  setTimeout(() => life.abort(), 20);
  expect(await asking).toEqual({ ok: false, error: { kind: 'cancelled' } });
  end();
});
