import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from './account.ts';
import { type Hostile, startHostile } from './hostile.ts';
import type { SharedNetwork } from './network.ts';
import { DAY, HOUR, openReader, type Reader } from './reader.ts';
import { about, post, REPORT, thread } from './report-posts.ts';
import { joinNetwork } from './shared-network.ts';

type Change = () => Promise<unknown>;

const ALL = ['On pensions', '2. Buy less.', 'On procurement'];

let network: SharedNetwork;
let account: Account;
let reader: Reader;
let server: Hostile;
let accounts = 0;

beforeAll(async () => {
  network = await joinNetwork();
});
beforeEach(async () => {
  accounts += 1;
  account = await network.createAccount({ handle: `life-${accounts}.test`, displayName: 'Life' });
  await account.post(...thread([about('On procurement', '02-01'), post('2. Buy less.', '02-01', 1)]), {
    ...about('On pensions', '02-02'),
  });
  await network.processAll();
  // Two pages without news end a reading of what is new; here there are more.
  server = await startHostile(network.appView, (path) => path.replace('limit=100', 'limit=1'));
  reader = await openReader(server.address);
  await reader.add(account.handle);
});
afterEach(() => server.stop());

const state = async () => {
  const { hidden } = await reader.row(account.did);
  const stored = await reader.background().store.countPosts(account.did);
  const [claim] = await reader.sureness([REPORT]);
  return { texts: await reader.texts(account.did), stored, hidden: hidden?.why ?? null, claim };
};
const happens = async (change: Change) => {
  await change();
  await network.processAll();
};
const SHOWN = { texts: ALL, stored: 3, hidden: null, claim: 'exact' };
const HIDDEN = { texts: [], stored: 3, claim: 'none' };
const GONE = { texts: [], stored: 0, claim: 'none' };

const deactivate = () => account.deactivate();
const reactivate = () => account.reactivate();
const takeDown = () => network.takeDown(account.did);
const restore = () => network.restore(account.did);
const remove = () => network.deleteAccount(account.did);
const sayIn = (labels: readonly string[]) =>
  account.putRecord('app.bsky.actor.profile', 'self', {
    displayName: 'Life',
    labels: { $type: 'com.atproto.label.defs#selfLabels', values: labels.map((val) => ({ val })) },
  });
const askForSignedIn = () => sayIn(['!no-unauthenticated']);

describe('what becomes of an account that is added', () => {
  test.each<[string, Change, object]>([
    ['nothing happens', async () => {}, SHOWN],
    ['its handle changes', () => account.changeHandle(`new-${account.handle}`), SHOWN],
    [
      'a post is deleted',
      async () => account.deletePost((await reader.posts(account.did))[0]?.uri ?? ''),
      { ...SHOWN, texts: ALL.slice(1) },
    ],
    ['it is deactivated', deactivate, { ...HIDDEN, hidden: 'deactivated' }],
    ['it is taken down', takeDown, { ...HIDDEN, hidden: 'gone' }],
    ['it is deleted', remove, { ...HIDDEN, hidden: 'gone' }],
    ['it asks not to be shown to who is not signed in', askForSignedIn, { ...GONE, hidden: 'signed-in-only' }],
  ])('where %s', async (_, change, expected) => {
    expect(await state()).toEqual(SHOWN);
    await happens(change);
    await reader.refresh();
    expect(await state()).toEqual(expected);
    expect(await reader.row(account.did)).toMatchObject({ reading: null, failure: null });
  });

  test.each<[string, Change, string, number]>([
    ['is deactivated, however long', deactivate, 'deactivated', 3],
    ['is taken down, a day later', takeDown, 'gone', 0],
    ['is deleted, a day later', remove, 'gone', 0],
  ])('how much is kept of one that %s', async (_, change, hidden, stored) => {
    await happens(change);
    await reader.refresh();
    await reader.refresh(DAY - HOUR);
    await reader.refresh(HOUR);
    expect(await state()).toEqual({ ...GONE, hidden, stored });
    await reader.refresh(30 * DAY);
    expect(await state()).toEqual({ ...GONE, hidden, stored });
  });

  test('it is not deleted before a whole day has passed', async () => {
    await happens(takeDown);
    await reader.refresh();
    await reader.refresh(DAY - 1);
    expect(await state()).toEqual({ ...HIDDEN, hidden: 'gone' });
  });

  test('the day begins anew where it was there in between', async () => {
    await happens(takeDown);
    await reader.refresh();
    await happens(restore);
    await reader.refresh();
    await happens(takeDown);
    await reader.refresh(DAY);
    expect(await state()).toEqual({ ...HIDDEN, hidden: 'gone' });
  });

  test.each<[string, Change, Change, number]>([
    ['was deactivated', deactivate, reactivate, 30 * DAY],
    ['was taken down, before it is purged', takeDown, restore, HOUR],
    ['was taken down, after it was purged', takeDown, restore, 2 * DAY],
    ['asked not to be shown', askForSignedIn, () => sayIn([]), HOUR],
  ])('one that %s comes back with all that is new', async (_, away, back, after) => {
    await happens(away);
    await reader.refresh();
    await reader.refresh(after);
    await happens(back);
    await happens(() => account.post({ ...about('Back again', '02-03') }));
    await reader.refresh();
    expect(await state()).toEqual({ ...SHOWN, texts: ['Back again', ...ALL], stored: 4 });
  });

  test('what was deleted while it was away does not come back', async () => {
    const [latest] = await reader.posts(account.did);
    await happens(deactivate);
    await reader.refresh();
    await happens(reactivate);
    await happens(() => account.deletePost(latest?.uri ?? ''));
    await reader.refresh();
    expect(await state()).toEqual({ ...SHOWN, texts: ALL.slice(1) });
    await reader.refresh(DAY);
    expect(await state()).toEqual({ ...SHOWN, texts: ALL.slice(1), stored: 2 });
  });

  test('nothing of it is told to be new once it has gone', async () => {
    await happens(() =>
      account.post({ ...about('New', '02-20'), createdAt: new Date(reader.world.now + HOUR).toISOString() }),
    );
    await reader.refresh(2 * HOUR);
    expect(await reader.background().store.readFresh()).toHaveLength(1);
    await happens(askForSignedIn);
    await reader.refresh();
    expect(await reader.background().store.readFresh()).toEqual([]);
    expect(await reader.answers().readFresh({}, null)).toEqual([]);
  });
});

describe('an account that is not added', () => {
  const refusal = async () => {
    const preview = await reader.answers().previewAccount({ actor: account.did }, null);
    const added = await reader.answers().addAccount({ did: account.did, keep: 'all' }, null);
    await reader.settle();
    expect(await reader.background().store.readAll()).toEqual([]);
    expect(preview).toEqual(added);
    return preview.ok ? null : preview.error;
  };
  beforeEach(() => reader.answers().removeAccount({ did: account.did }, null));

  test.each<[string, Change, string]>([
    ['asks not to be shown to who is not signed in', askForSignedIn, 'signed-in-only'],
    ['is deactivated', deactivate, 'not-found'],
    ['is taken down', takeDown, 'not-found'],
    ['is deleted', remove, 'not-found'],
  ])('is refused where it %s', async (_, change, kind) => {
    await happens(change);
    expect(await refusal()).toEqual({ kind });
  });

  test('is refused under a handle that it has no more, and under what names none', async () => {
    await happens(() => account.changeHandle(`new-${account.handle}`));
    const preview = (actor: string) => reader.answers().previewAccount({ actor }, null);
    expect(await preview(account.handle)).toEqual({ ok: false, error: { kind: 'not-found' } });
    expect(await preview(`new-${account.handle}`)).toMatchObject({ ok: true, value: { did: account.did } });
    expect(await preview('nobody at all')).toEqual({ ok: false, error: { kind: 'no-account' } });
  });

  test('leaves nothing once it is removed', async () => {
    expect(await reader.feeds()).toEqual([]);
    expect(await reader.background().store.countPosts(account.did)).toBe(0);
    expect(await reader.sureness([REPORT])).toEqual(['none']);
  });
});
