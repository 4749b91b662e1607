import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseFeed } from '../../../../core/link/parse-feed.ts';
import type { BundledIndex } from '../../../../core/model/feed.ts';
import type { AtUri, Did } from '../../../../core/model/ids.ts';
import type { Keep } from '../../../../core/sources/bluesky/kept.ts';
import { readRecord } from '../../../../core/sources/bluesky/record.ts';
import type { FetchedPost } from '../../../../core/sources/fetched-post.ts';
import { createAccountAnswers } from '../../../../entrypoints/background/accounts/answers.ts';
import { createCopyOf } from '../../../../entrypoints/background/accounts/copy-of.ts';
import { ACCOUNTS_NAME, type AccountRow } from '../../../../entrypoints/background/accounts/database.ts';
import { createFeedOf } from '../../../../entrypoints/background/accounts/feed-of.ts';
import { createReadingQueue } from '../../../../entrypoints/background/accounts/reading-queue.ts';
import { createAccountsStore } from '../../../../entrypoints/background/accounts/store.ts';
import { type Library, openLibrary } from '../../../../entrypoints/background/library/open.ts';
import { LIBRARY_NAME } from '../../../../entrypoints/background/library/schema.ts';
import { createFakeNetwork, DID, type FakePost, REPORT } from './fake-network.ts';

/** What one source of an account's posts may do to what another gave: the network, files, bundled copies and other accounts. */

const HOUR = 3_600_000;
const OTHER: Did = 'did:plc:bbbbbbbbbbbbbbbbbbbbbbbb';
const read = parseFeed(await readFile('seeds/drbenpaxton.txt', 'utf8'));
const copy = read.ok ? read.value : expect.unreachable();
const { handle } = copy.profile;

let clock: number;
let index: BundledIndex;
let fake: ReturnType<typeof createFakeNetwork>;
let store: ReturnType<typeof createAccountsStore>;
let library: Library;
let queue: ReturnType<typeof createReadingQueue>;
let answers: ReturnType<typeof createAccountAnswers>;

beforeEach(async () => {
  await Promise.all([deleteDB(ACCOUNTS_NAME), deleteDB(LIBRARY_NAME)]);
  await start([]);
});
afterEach(() => store.close());

async function start(feeds: BundledIndex['feeds']): Promise<void> {
  clock = Date.parse('2026-03-01T12:00:00Z');
  const version = `${feeds.length} feeds`;
  index = { version, feeds };
  fake = createFakeNetwork();
  store = createAccountsStore();
  const bundle = { version, fetchIndex: async () => index };
  library = await openLibrary(bundle)();
  const { network } = fake;
  const common = { network, store, now: () => clock, bundle, onProgress: () => {} };
  queue = createReadingQueue({
    ...common,
    library: {
      change: (changes) => library.change(changes),
      readAdded: async () => (await library.describeFeeds()).filter(({ isBundled }) => !isBundled).map(({ id }) => id),
    },
    onRenamed: async () => {},
    wakeFor: async () => {},
  });
  const unused = () => expect.unreachable();
  const schedule = { read: unused, change: unused, start: unused, takeDue: unused, wakeFor: unused };
  answers = createAccountAnswers({
    ...common,
    queue,
    schedule: { ...schedule, isReading: unused, isLooking: unused },
    library: async () => library,
    feedOf: createFeedOf(common),
    copyOf: createCopyOf(common),
  });
}

const add = async (keep: Keep, did: Did = DID) => {
  await answers.addAccount({ did, keep }, null);
  await queue.wake();
};
const refresh = async () => {
  clock += HOUR;
  await answers.refreshAccounts({ did: null }, null);
  await queue.wake();
};
const row = async (did: Did = DID) => (await store.read(did)) as AccountRow;
const feeds = async () => (await library.describeFeeds()).map(({ id, posts, isBundled }) => [id, posts, isBundled]);
const OWN = `bluesky:${DID}`;

/** Imports posts of the account from a file that calls it so. */
async function take(posts: readonly FetchedPost[], named = 'ada.example', keep: Keep = 'reports') {
  clock += HOUR;
  const profile = { ...copy.profile, handle: named, displayName: 'Ada' };
  const begun = await answers.beginImport({ did: DID, profile, keep, isWhole: true }, null);
  const number = begun.ok ? begun.value : expect.unreachable();
  await answers.importPosts({ number, posts }, null);
  return answers.endImport({ number }, null);
}

/** A post as a file has it, which knows nothing of likes. */
function inFile({ key, text, at }: Pick<FakePost, 'key' | 'text' | 'at'>): FetchedPost {
  const uri: AtUri = `at://${DID}/app.bsky.feed.post/${key}`;
  const external = { uri: REPORT, title: 'Public procurement | Institute for Government', description: '' };
  const embed = { $type: 'app.bsky.embed.external', external };
  const value = { $type: 'app.bsky.feed.post', text, createdAt: at, embed };
  const post = readRecord({ did: DID, handle: String(DID), displayName: '' }, uri, value);
  return { uri, cid: `cid-${key}`, post: post ?? expect.unreachable() };
}

const report = (key: string, day: string): FakePost => ({
  key,
  text: `On procurement ${key}`,
  at: `2026-02-${day}T00:00:00.000Z`,
  isAbout: true,
});
/** The bundled person's posts, as the network has them, and one that came since. */
const originals = copy.posts.map(({ text, time }, number) => ({ key: `o${number}`, text, at: `${time}:00.000Z` }));
const shown = async (asked: string) => {
  const answer = await library.lookUp({ asked, linkText: '' });
  return answer.kind === 'words' ? answer.posts.items.map(({ post }) => [post.text, post.likes]) : expect.unreachable();
};

describe('a file of what the network was asked for before', () => {
  test('brings nothing back that is gone, and takes nothing away that is known better', async () => {
    fake.state.posts.push(report('a', '01'), report('b', '02'));
    await add('all');
    fake.state.posts.pop();
    await refresh();
    expect(await shown('procurement')).toEqual([['On procurement a', 1]]);
    expect(await take([inFile(report('a', '01')), inFile(report('b', '02'))], String(DID))).toEqual({
      ok: true,
      value: null,
    });
    expect(await shown('procurement')).toEqual([['On procurement a', 1]]);
    expect((await row()).profile.handle).toBe('ada.example');
  });
  test('shows at once what was not kept until then', async () => {
    fake.state.posts.push(report('a', '01'), { ...report('b', '02'), isAbout: false });
    await add('reports');
    expect(await feeds()).toEqual([[OWN, 1, false]]);
    const lunch = inFile({ key: 'b', text: 'Off to lunch', at: '2026-02-02T00:00:00.000Z' });
    const plain = { ...lunch, post: { ...lunch.post, linkCard: null, links: [] } };
    await take([inFile(report('a', '01')), plain], 'ada.example', 'all');
    expect(await feeds()).toEqual([[OWN, 2, false]]);
  });
  test('shows what it has once the network has it again, and at once what is newer than the last look', async () => {
    fake.state.posts.push(report('a', '01'));
    await add('all');
    const newer = { ...report('c', '03'), at: '2026-03-02T00:00:00.000Z' };
    await take([inFile(report('b', '02')), inFile(newer)]);
    expect((await shown('procurement')).map(([text]) => text).toSorted()).toEqual([
      'On procurement a',
      'On procurement c',
    ]);
    fake.state.posts.push(report('b', '02'), newer);
    await refresh();
    expect(await shown('procurement')).toHaveLength(3);
  });
  test('is shown beside a reading that waits, which goes on as before', async () => {
    fake.state.posts.push(...['01', '02', '03', '04', '05'].map((day) => report(`k${day}`, day)));
    const failure = { kind: 'limited', until: clock + 5 * HOUR, isPaused: false } as const;
    fake.state.failures.set(5, failure);
    await add('all');
    expect((await row()).failure?.failure).toEqual(failure);
    await take([inFile(report('k01', '01'))]);
    expect(await shown('procurement')).toContainEqual(['On procurement k01', null]);
    expect(await row()).toMatchObject({ failure: { failure }, reading: { phase: 'whole' } });
    clock += 6 * HOUR;
    await queue.wake();
    expect(await shown('procurement')).toContainEqual(['On procurement k01', 1]);
    expect([await feeds(), (await row()).reading]).toEqual([[[OWN, 5, false]], null]);
  });
});

describe('what is kept', () => {
  test('of what is bundled nothing goes because a file asks for less', async () => {
    await start([copy]);
    fake.state.handle = handle;
    fake.state.posts.push(...originals);
    await take(originals.slice(0, 10).map(inFile), handle, 'reports');
    expect(await feeds()).toEqual([[copy.id, copy.posts.length, false]]);
    await refresh();
    expect(await feeds()).toEqual([[copy.id, copy.posts.length, false]]);
    expect((await row()).keep).toBe('all');
  });
  test('a file does not have less kept than before', async () => {
    fake.state.posts.push(report('a', '01'), { ...report('b', '02'), isAbout: false });
    await add('all');
    await take([], 'ada.example', 'reports');
    expect((await row()).keep).toBe('all');
    expect(await feeds()).toEqual([[OWN, 2, false]]);
  });
  test('less is kept at once, and nobody is asked', async () => {
    fake.state.posts.push(report('a', '01'), { ...report('b', '02'), isAbout: false });
    await add('all');
    const asked = fake.state.asked.length;
    await answers.keepPosts({ did: DID, keep: 'reports' }, null);
    await queue.wake();
    expect([await feeds(), fake.state.asked.length]).toEqual([[[OWN, 1, false]], asked]);
  });
  test('less is kept at once also where more was wanted and could not be read', async () => {
    fake.state.posts.push(report('a', '01'), { ...report('b', '02'), isAbout: false });
    await add('all');
    fake.state.failures.set(fake.state.asked.length + 1, { kind: 'not-allowed', purpose: 'accounts' });
    await answers.keepPosts({ did: DID, keep: 'all' }, null);
    await queue.wake();
    expect((await row()).failure).not.toBeNull();
    await answers.keepPosts({ did: DID, keep: 'reports' }, null);
    await queue.wake();
    expect(await feeds()).toEqual([[OWN, 1, false]]);
    expect(await row()).toMatchObject({ reading: null, failure: null });
  });
  test('old posts that more is kept of are not new', async () => {
    fake.state.posts.push(report('a', '01'), { ...report('b', '02'), isAbout: false });
    await add('reports');
    await answers.keepPosts({ did: DID, keep: 'all' }, null);
    await queue.wake();
    expect([await feeds(), await store.readFresh()]).toEqual([[[OWN, 2, false]], []]);
    fake.state.posts.push({ ...report('c', '03'), at: '2026-03-02T00:00:00.000Z' });
    await refresh();
    expect(await store.readFresh()).toHaveLength(1);
  });
});

describe('a bundled feed', () => {
  beforeEach(async () => {
    await start([copy]);
    fake.state.handle = handle;
    fake.state.posts.push(...originals, report('new', '01'));
  });
  const whole: [string, number, boolean] = [copy.id, copy.posts.length + 1, false];

  test('is the account’s whose posts it has, also where a file does not say its name', async () => {
    await take(originals.map(inFile), String(DID));
    expect(await feeds()).toEqual([[copy.id, copy.posts.length, false]]);
    expect((await row()).profile.handle).toBe(handle);
    await refresh();
    expect(await feeds()).toEqual([whole]);
  });
  test('and not where the file is somebody else’s', async () => {
    await take([inFile({ ...report('x', '01'), at: '2020-01-01T00:00:00.000Z' })], String(DID));
    expect((await feeds()).toSorted()).toEqual(
      [
        [OWN, 1, false],
        [copy.id, copy.posts.length, true],
      ].toSorted(),
    );
  });
  test('stays the account’s that it is known to be, whoever has the name afterwards, and goes', async () => {
    await add('all');
    const { profile } = await row();
    const place = await createFeedOf({ store, bundle: { version: index.version, fetchIndex: async () => index } })({
      did: OTHER,
      profile,
      keep: 'reports',
    });
    expect(place).toEqual({ feed: `bluesky:${OTHER}`, isBundled: false, keep: 'reports' });
    // As an earlier version placed it.
    const { linkedWith: _, ...known } = await row();
    await store.put({ ...known, did: OTHER, renamed: [], readAt: null, sweptAt: null, linkedWith: null });
    await queue.remove(OTHER);
    expect([await feeds(), await store.read(OTHER)]).toEqual([[whole], undefined]);
  });
  test('of somebody else who only has its name is asked for no more', async () => {
    fake.state.posts.splice(0, Infinity, { key: 'x', text: 'Off to lunch', at: '2020-01-01T00:00:00.000Z' });
    await answers.bringUpToDate({ feed: copy.id }, null);
    await queue.wake();
    expect((await row()).hidden?.why).toBe('another');
    const asked = fake.state.asked.length;
    await refresh();
    expect(fake.state.asked).toHaveLength(asked);
  });
  test('and who only has its name has a feed of their own once a file of theirs is taken in', async () => {
    const lunch = { key: 'x', text: 'Off to lunch', at: '2020-01-01T00:00:00.000Z' };
    fake.state.posts.splice(0, Infinity, lunch);
    await answers.bringUpToDate({ feed: copy.id }, null);
    await queue.wake();
    expect((await row()).hidden?.why).toBe('another');
    await take([inFile(lunch)], handle, 'all');
    expect((await feeds()).toSorted()).toEqual(
      [
        [OWN, 1, false],
        [copy.id, copy.posts.length, true],
      ].toSorted(),
    );
    expect(await row()).toMatchObject({ hidden: null, feed: OWN });
  });
  test('is not added again by what was found out of an account that was removed meanwhile', async () => {
    fake.state.posts.splice(0, Infinity, { key: 'x', text: 'Off to lunch', at: '2020-01-01T00:00:00.000Z' });
    await answers.bringUpToDate({ feed: copy.id }, null);
    await queue.wake();
    await store.change(DID, (each) => ({ ...each, isLeaving: true }));
    await store.remove(DID, await row());
    expect((await row()).isLeaving).toBe(true);
    await queue.remove(DID);
    await store.remove(DID, { ...(await store.readAll())[0], did: DID } as AccountRow);
    expect(await store.readAll()).toEqual([]);
  });
});
