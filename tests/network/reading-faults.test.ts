import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Failure } from '../../core/network/failure.ts';
import type { Account } from './account.ts';
import { exhaust } from './exhaust.ts';
import { type Hostile, startHostile } from './hostile.ts';
import type { MISDEEDS } from './misdeeds.ts';
import type { SharedNetwork } from './network.ts';
import { DONE, HOUR, openReader, type Reader, START } from './reader.ts';
import { selfLabels } from './records.ts';
import { about } from './report-posts.ts';
import { joinNetwork } from './shared-network.ts';
import { xrpcAddress } from './xrpc.ts';

const MINUTE = 60_000;
/** Between a first reading and what is asked an hour after it. */
const LATER = new Date(START + HOUR / 2).toISOString();
/** Two on a page: four pages, with the latest. */
const TEXTS = ['Latest', 'Seven', 'Six', 'Five', 'Four', 'Three', 'Two', 'One'];
/** What a refresh asks that finds the latest: two pages without news come after it, and then what is left is asked for. */
const REFRESH = ['getProfile', 'getAuthorFeed', 'getAuthorFeed', 'getAuthorFeed', 'getPosts'];

let network: SharedNetwork;
let account: Account;
let latest: string;
/** What passes on, and where to: everything to the AppView, two items a page, unless a test says another thing. */
let rename: (path: string) => string;
let server: Hostile;
let reader: Reader;

beforeAll(async () => {
  network = await joinNetwork();
  account = await network.createAccount({ handle: 'fay-of-faults.test', displayName: 'Fay' });
  const posts = TEXTS.slice(1).map((text, index) => about(text, '02-01', -index));
  const written = await account.post(...posts.toReversed(), { ...about(TEXTS[0] ?? '', '03-01'), createdAt: LATER });
  latest = written.at(-1)?.uri ?? '';
  await network.processAll();
});
beforeEach(async () => {
  rename = (path) => path;
  server = await startHostile(network.appView, (path) => rename(path.replace('limit=100', 'limit=2')));
  reader = await openReader(server.address);
});
afterEach(() => server.stop());

const show = () => network.label({ uri: latest, val: '!takedown', neg: true });
const hide = () => network.label({ uri: latest, val: '!takedown' });
const row = () => reader.row(account.did);
const texts = () => reader.texts(account.did);
/** Asked since a request, by its number. */
const methods = (since: number) => server.asked.slice(since).map(({ path }) => /app\.bsky\.\w+\.(\w+)/.exec(path)?.[1]);
/** Acts when a request comes, counted from now, before it is answered. */
const onRequest = (number: number, act: () => unknown) => {
  const from = server.asked.length;
  let isDone = false;
  server.misbehave('html', (_, index) => {
    if (index === from + number - 1 && !isDone) {
      isDone = true;
      act();
    }
    return false;
  });
};

/** Adds the account but for its latest post, which is there from then on. */
async function addBefore(): Promise<void> {
  await hide();
  await reader.add(account.did);
  expect(await texts()).toEqual(TEXTS.slice(1));
  await show();
}

describe('a server that misbehaves', () => {
  const status = (code: number) => ({ kind: 'status', status: code });
  test.each<[keyof typeof MISDEEDS, object]>([
    ['html', { kind: 'unreadable', why: 'html' }],
    ['empty', { kind: 'unreadable', why: 'not-json' }],
    ['closed', { kind: 'unreachable' }],
    ['half', { kind: 'unreadable', why: 'cut' }],
    ['half-json', { kind: 'unreadable', why: 'not-json' }],
    ['nonsense', { kind: 'unreadable', why: 'unexpected' }],
    ['null', { kind: 'unreadable', why: 'unexpected' }],
    ['redirect', { kind: 'redirected' }],
    ['redirect-loop', { kind: 'redirected' }],
    ['429', { kind: 'limited' }],
    ['429-html', { kind: 'limited' }],
    ['403-html', status(403)],
    ['500', status(500)],
    ['503-html', status(503)],
    ['silent', { kind: 'timed-out' }],
    ['slow', { kind: 'timed-out' }],
    ['large', { kind: 'too-large' }],
  ])('%s, at the first try of each request: nothing changes, and all is there in the end', async (misdeed, failure) => {
    if (misdeed === 'silent' || misdeed === 'slow') reader = await openReader(server.address, { timeLimit: 600 });
    await addBefore();
    const before = { texts: await texts(), readAt: (await row()).readAt };
    const from = server.asked.length;
    const tried = new Set<string>();
    server.misbehave(misdeed, (path) => tried.size < tried.add(path).size);
    await reader.refresh();
    let failures = 0;
    for (let account = await row(); account.reading !== null; account = await row()) {
      failures += 1;
      expect({ texts: await texts(), readAt: account.readAt }).toEqual(before);
      expect(account.failure?.failure).toMatchObject(failure);
      const { retryAt } = account.failure ?? {};
      if (retryAt == null) return expect.unreachable('it is not tried again');
      expect(reader.wakings.at(-1)).toBe(retryAt);
      await nothingIsAskedBefore(retryAt);
      await reader.settle();
    }
    expect(failures).toBe(REFRESH.length);
    // A status does away with the cursor; otherwise each is asked once more.
    if (!('status' in failure)) expect(methods(from)).toEqual(REFRESH.flatMap((method) => [method, method]));
    expect(tried.size).toBe(REFRESH.length);
    expect(await texts()).toEqual(TEXTS);
    expect(await row()).toMatchObject({ failure: null, failures: 0 });
    expect(new Set(server.asked.map(({ host }) => host.split(':')[0]))).toEqual(new Set(['127.0.0.1']));
    expect(reader.world.pauses.size).toBe(0);
  });

  async function nothingIsAskedBefore(retryAt: number): Promise<void> {
    const asked = server.asked.length;
    expect(retryAt).toBeGreaterThan(reader.world.now);
    reader.world.now = retryAt - 1;
    await reader.settle();
    expect(server.asked).toHaveLength(asked);
    reader.world.now = retryAt;
  }

  test('takes at most eight megabytes of the reader', async () => {
    server.misbehave('large');
    expect(await reader.answers().previewAccount({ actor: account.did }, null)).toMatchObject({
      ok: false,
      error: { kind: 'failed', failure: { kind: 'too-large', limit: 8_000_000 } },
    });
    await expect.poll(() => server.bytesSent()).toBeGreaterThan(8_000_000);
    expect(server.bytesSent()).toBeLessThan(64_000_000);
  });

  test('is left alone after three failures in a row, until its reader asks again', async () => {
    await addBefore();
    server.misbehave('closed');
    const from = server.asked.length;
    await reader.refresh();
    for (const wait of [MINUTE, 2 * MINUTE, 30 * 24 * HOUR]) {
      reader.world.now += wait;
      await reader.settle();
    }
    expect(server.asked).toHaveLength(from + 3);
    expect((await row()).failure?.retryAt).toBeNull();
    expect(reader.wakings.at(-1)).toBeNull();
    server.behave();
    await reader.refresh();
    expect(await texts()).toEqual(TEXTS);
  });
});

describe('a PDS that limits how often it is asked', () => {
  test('is not asked before the time that it names', async () => {
    await addBefore();
    const pds = await network.limitedPds();
    await exhaust(pds);
    rename = () => xrpcAddress(pds, 'com.atproto.server.describeServer');
    const from = server.asked.length;
    await reader.refresh();
    const { failure } = await row();
    expect(failure?.failure).toMatchObject({ kind: 'limited' });
    // Of its five minutes some seconds are over.
    const wait = (failure?.retryAt ?? 0) - reader.world.now;
    expect(wait).toBeGreaterThan(200_000);
    expect(wait).toBeLessThanOrEqual(300_000);
    expect(methods(from)).toEqual(['getProfile']);
    reader.world.now += wait - 1;
    await reader.settle();
    // Nor by who asks for something else, or again.
    const limited = { ok: false, error: { kind: 'failed', failure: { kind: 'limited' } } };
    expect(await reader.answers().previewAccount({ actor: account.did }, null)).toMatchObject(limited);
    expect(await reader.answers().suggestFollowed({ did: account.did, cursor: null }, null)).toMatchObject(limited);
    await reader.answers().refreshAccounts({ did: account.did }, null);
    await reader.settle();
    reader.restart();
    await reader.settle();
    expect(server.asked).toHaveLength(from + 1);
    expect(await texts()).toEqual(TEXTS.slice(1));
    rename = (path) => path;
    reader.world.now += 1;
    await reader.settle();
    expect(await texts()).toEqual(TEXTS);
  });
});

describe('a cursor', () => {
  test('that the server does not know is dropped, and all is read from the beginning', async () => {
    await hide();
    const from = server.asked.length;
    // The real AppView's answer to a cursor that it did not give.
    rename = (path) => path.replace(/cursor=[^&]*/, 'cursor=stale');
    await reader.add(account.did);
    expect((await row()).failure?.failure).toMatchObject({ kind: 'status', status: 500, error: 'InternalServerError' });
    expect((await row()).reading).toMatchObject({ pages: 1 });
    reader.world.now = (await row()).failure?.retryAt ?? 0;
    await reader.settle();
    expect((await row()).reading).toMatchObject({ cursor: null, pages: 0, posts: 0 });
    rename = (path) => path;
    await show();
    reader.world.now = (await row()).failure?.retryAt ?? 0;
    await reader.settle();
    expect(await texts()).toEqual(TEXTS);
    expect(methods(from).slice(3)).toEqual([
      'getProfile',
      'getAuthorFeed',
      'getAuthorFeed',
      'getAuthorFeed',
      ...Array(4).fill('getAuthorFeed'),
    ]);
  });

  test('that leads to itself is no end: what was not read is not taken for gone', async () => {
    await reader.add(account.did);
    expect(await texts()).toEqual(TEXTS);
    // The first page again and again, as the real AppView gives it.
    rename = (path) => path.replace(/&cursor=[^&]*/, '');
    await reader.refresh(31 * 24 * HOUR);
    expect(await row()).toMatchObject({ failure: { failure: { kind: 'unreadable', why: 'circle' }, retryAt: null } });
    expect(await texts()).toEqual(TEXTS);
    const asked = server.asked.length;
    for (const wait of [HOUR, 2 * HOUR, 4 * HOUR]) {
      reader.world.now += wait;
      await reader.settle();
    }
    expect(server.asked.length).toBeLessThan(asked + 10);
    rename = (path) => path;
    await reader.refresh();
    expect(await row()).toMatchObject({ failure: null, reading: null, sweptAt: expect.any(Number) });
    expect(await texts()).toEqual(TEXTS);
  });
});

describe('while an account is read', () => {
  test.each([1, 2, 3, 4, 5])('consent may be taken back, at request %i', async (number) => {
    await addBefore();
    const from = server.asked.length;
    const before = await texts();
    const switchRefresh = (isOn: boolean) => {
      const { on, services } = reader.world.consent;
      reader.world.consent = { services, on: { ...on, refresh: isOn } };
    };
    onRequest(number, () => switchRefresh(false));
    await reader.refresh();
    const isLast = number === REFRESH.length;
    // What was asked may be answered; nothing more is asked.
    expect(methods(from)).toEqual(REFRESH.slice(0, number));
    if (!isLast) {
      const failure: Failure = { kind: 'not-allowed', purpose: 'refresh' };
      expect((await row()).failure).toEqual({ failure, retryAt: null });
      expect(await texts()).toEqual(before);
    }
    reader.world.now += 24 * HOUR;
    await reader.settle();
    reader.restart();
    await reader.settle();
    expect(server.asked).toHaveLength(from + number);
    switchRefresh(true);
    await reader.refresh();
    expect(await texts()).toEqual(TEXTS);
  });

  test.each([1, 2, 3, 4])('it may be removed, at request %i: nothing of it is left', async (number) => {
    await hide();
    const preview = await reader.answers().previewAccount({ actor: account.did }, null);
    expect(preview.ok).toBe(true);
    let removing: unknown;
    onRequest(number + 1, () => {
      removing = reader.answers().removeAccount({ did: account.did }, null);
    });
    const from = server.asked.length;
    expect(await reader.answers().addAccount({ did: account.did, keep: 'all' }, null)).toEqual(DONE);
    await reader.settle();
    await removing;
    await reader.settle();
    expect(server.asked).toHaveLength(from + number + 1);
    const { store } = reader.background();
    expect([await store.readAll(), await store.readFresh(), await store.countPosts(account.did)]).toEqual([[], [], 0]);
    expect(await reader.feeds()).toEqual([]);
    await show();
  });

  test.each([1, 2, 3])('its reader may end that, at request %i: what came is kept', async (number) => {
    await hide();
    let stopping: unknown;
    onRequest(number + 3, () => {
      stopping = reader.answers().stopReading({ did: account.did }, null);
    });
    const from = server.asked.length + 3;
    await reader.add(account.did);
    await stopping;
    await reader.settle();
    expect(methods(from)).toHaveLength(number);
    expect(await row()).toMatchObject({ reading: null, failure: null, readAt: null, sweptAt: null });
    // The latest is on the first page, and hidden; the page that was under way is dropped.
    expect(await texts()).toEqual(number === 3 ? ['Seven'] : []);
    await show();
    await reader.refresh();
    expect(await texts()).toEqual(TEXTS);
  });

  test.each([
    ['deactivated', () => account.deactivate(), () => account.reactivate(), 'deactivated'],
    ['taken down', () => network.takeDown(account.did), () => network.restore(account.did), 'gone'],
  ])('it may be %s: it is hidden, and comes back', async (_, away, back, why) => {
    await addBefore();
    const from = server.asked.length;
    // What it is asked for third waits until the AppView knows of that.
    server.misbehave('closed', (_, index) => index === from + 2);
    await reader.refresh();
    expect((await row()).reading?.phase).toBe('newest');
    await away();
    await network.processAll();
    for (const wait of [HOUR, HOUR]) {
      reader.world.now += wait;
      await reader.settle();
    }
    expect((await row()).hidden?.why).toBe(why);
    expect(await texts()).toEqual([]);
    await back();
    await network.processAll();
    await reader.refresh();
    expect(await texts()).toEqual(TEXTS);
  });

  test('whoever asks for what has failed learns first whether it is to be shown', async () => {
    await addBefore();
    const from = server.asked.length;
    server.misbehave('closed', (_, index) => index > from);
    await reader.refresh();
    server.behave();
    const say = (labels: readonly string[]) =>
      account.putRecord('app.bsky.actor.profile', 'self', { displayName: 'Fay', labels: selfLabels(labels) });
    onTestFinished(async () => {
      await say([]);
      await network.processAll();
    });
    await say(['!no-unauthenticated']);
    await network.processAll();
    await reader.refresh(1000);
    expect((await row()).hidden?.why).toBe('signed-in-only');
    expect(methods(from)).toEqual(['getProfile', 'getAuthorFeed', 'getProfile']);
  });

  test('two calls to refresh make one reading', async () => {
    await addBefore();
    const from = server.asked.length;
    reader.world.now += HOUR;
    const { refreshAccounts } = reader.answers();
    await Promise.all([refreshAccounts({ did: null }, null), refreshAccounts({ did: account.did }, null)]);
    await reader.settle();
    expect(methods(from)).toEqual(REFRESH);
    onRequest(2, () => void refreshAccounts({ did: null }, null));
    const again = server.asked.length;
    await reader.refresh();
    expect(methods(again)).toEqual(['getProfile', 'getAuthorFeed', 'getAuthorFeed', 'getPosts']);
    expect(await texts()).toEqual(TEXTS);
  });
});

test('requests are sent one at a time, a quarter of a second apart, whoever asks', async () => {
  reader = await openReader(server.address, { waits: true });
  await reader.add(account.did);
  const { previewAccount, suggestFollowed, refreshAccounts } = reader.answers();
  await Promise.all([
    refreshAccounts({ did: null }, null),
    previewAccount({ actor: account.did }, null),
    suggestFollowed({ did: account.did, cursor: null }, null),
  ]);
  await reader.settle();
  const times = server.asked.map(({ at }) => at);
  expect(times.length).toBeGreaterThan(10);
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  // Timers may be a millisecond early.
  expect(Math.min(...gaps)).toBeGreaterThan(248);
  expect(server.mostAtOnce()).toBe(1);
});

describe('a background that is stopped at any request', () => {
  /** A first reading, and a refresh; each request of both can be the one that never comes back. */
  async function read(stopsAt: number): Promise<{ held: string; sent: number }> {
    await hide();
    const one = await openReader(server.address);
    const preview = await one.answers().previewAccount({ actor: account.did }, null);
    const added = await one.answers().addAccount({ did: account.did, keep: 'reports' }, null);
    expect([preview.ok, added.ok]).toEqual([true, true]);
    one.network.stopsAt = stopsAt;
    const goOn = async () => {
      const isStopped = await Promise.race([one.settle().then(() => false), stopped(one)]);
      if (!isStopped) return;
      one.restart();
      await one.background().queue.relink();
      await one.settle();
    };
    await goOn();
    await show();
    one.world.now = Date.parse('2026-03-08T12:00:00.000Z');
    await one.answers().refreshAccounts({ did: null }, null);
    await goOn();
    return { held: await one.held(), sent: one.network.sent };
  }
  const stopped = async ({ network }: Reader) => {
    while (network.sent < network.stopsAt) await new Promise((resolve) => setTimeout(resolve, 1));
    return true;
  };

  test('holds in the end what one that was not stopped holds', async () => {
    const whole = await read(Number.POSITIVE_INFINITY);
    expect(JSON.parse(whole.held).feeds[0].posts).toHaveLength(TEXTS.length);
    // Two previews, the profile that adding asks for, and then five and five.
    for (let stop = 4; stop <= whole.sent; stop += 1)
      expect((await read(stop)).held, `stopped at ${stop}`).toBe(whole.held);
    expect(whole.sent).toBe(13);
  });
});
