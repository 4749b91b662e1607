import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { parseFeed } from '../../../../core/link/parse-feed.ts';
import { keysOfPost, keysOfRecommendation } from '../../../../core/own/keys.ts';
import { subjectOfPost, subjectOfRecommendation } from '../../../../core/own/subjects.ts';
import { ACCOUNTS_NAME } from '../../../../entrypoints/background/accounts/database.ts';
import { beginReading } from '../../../../entrypoints/background/accounts/read-account.ts';
import { createReadingQueue } from '../../../../entrypoints/background/accounts/reading-queue.ts';
import { createAccountsStore } from '../../../../entrypoints/background/accounts/store.ts';
import { openLibrary } from '../../../../entrypoints/background/library/open.ts';
import { LIBRARY_NAME } from '../../../../entrypoints/background/library/schema.ts';
import { createAnchors } from '../../../../entrypoints/background/own/anchors.ts';
import { createOwnAnswers } from '../../../../entrypoints/background/own/answers.ts';
import { OWN_NAME } from '../../../../entrypoints/background/own/database.ts';
import { createFakeNetwork, DID } from '../accounts/fake-network.ts';
import { createArea, startStore } from './own-stores.ts';

const counted = (text: string, replies: number) => `${text} — 👍 0    🔁 2    💬 ${replies}    📌 0`;
const HOT = 'Hot take 🧵';
const LEAD = 'What our new report on taxing savings recommends to the chancellor:';
const [FIRST, SECOND] = ['1. Merge tax and NICs.', '2. Scrap the LISA.'];
const PAGE = [
  "Ada's Avatar",
  'Ada',
  '@ada.example',
  'bio',
  '1 Followers | 1 Following | 5 Posts | Joined: 01.01.2020',
  'Latest posts by ada.example on Bluesky',
  SECOND,
  counted('02.02.2026 08:00', 0),
  FIRST,
  counted('02.02.2026 08:00', 1),
  LEAD,
  `${counted('02.02.2026 08:00', 1)}\nPreview\nTaxing savings better: how to reform | Institute for Government How to.`,
  HOT,
  counted('01.02.2026 08:00', 0),
  '',
].join('\n\n');

beforeEach(async () => {
  await Promise.all([ACCOUNTS_NAME, LIBRARY_NAME, OWN_NAME].map((name) => deleteDB(name)));
});

function readPage() {
  const read = parseFeed(PAGE);
  if (!read.ok) throw new Error('no feed');
  const short = read.value.posts.find(({ text }) => text === HOT);
  const recommendation = read.value.recommendations.find(({ number }) => number === 2);
  if (short === undefined || recommendation === undefined) throw new Error('not read');
  return { feed: read.value, short, recommendation };
}

/** A device on which the text page is brought up to date. */
function startDevice() {
  const { feed, short, recommendation } = readPage();
  const store = createAccountsStore();
  const { network, state, uriOf } = createFakeNetwork();
  const bundle = { version: 'v', fetchIndex: async () => ({ version: 'v', feeds: [feed] }) };
  const library = openLibrary(bundle);
  const own = startStore(createArea());
  const anchors = createAnchors(library);
  const now = () => Date.parse('2026-03-01T12:00:00Z');
  const queue = createReadingQueue({
    network,
    store,
    now,
    bundle,
    library: { change: async (changes) => (await library()).change(changes), readAdded: async () => [] },
    onRenamed: (renamed) => own.nameOriginals(new Map(renamed)),
    onProgress: () => {},
    wakeFor: async () => {},
  });
  return {
    own,
    answers: createOwnAnswers(own, anchors),
    short: subjectOfPost(short, null),
    recommendation: subjectOfRecommendation(recommendation, null),
    library,
    uriOf,
    async bringUpToDate() {
      state.pageSize = 100;
      state.posts.push(
        { key: 'a', text: HOT, at: '2026-02-01T08:00:00.000Z' },
        { key: 'b1', text: LEAD, at: '2026-02-02T08:00:00.000Z', isAbout: true },
        { key: 'b2', text: FIRST, at: '2026-02-02T08:00:01.000Z', reply: { root: 'b1', parent: 'b1' } },
        { key: 'b3', text: SECOND, at: '2026-02-02T08:00:02.000Z', reply: { root: 'b1', parent: 'b2' } },
      );
      await store.put({
        did: DID,
        profile: feed.profile,
        keep: 'all',
        feed: feed.id,
        isBundled: true,
        renamed: [],
        readAt: null,
        sweptAt: null,
        reading: beginReading('refresh', now()),
        failure: null,
        failures: 0,
        hidden: null,
        isLeaving: false,
        linkedWith: null,
      });
      await queue.wake();
      anchors.forget();
      return (await store.read(DID))?.renamed ?? [];
    },
  };
}

type Device = ReturnType<typeof startDevice>;

async function write({ answers, short, recommendation }: Device) {
  await answers.changeNote({ subject: short, from: '', to: 'Mine' }, null);
  await answers.changeFollowUp({ subject: recommendation, edit: { field: 'response', to: 'accepted' } }, null);
}

async function foundAtOriginals({ answers, library, uriOf }: Device) {
  const content = await library();
  const post = (await content.describePost({ id: String(uriOf('a')) }))?.post;
  const thread = (await content.describePost({ id: String(uriOf('b3')) }))?.thread;
  const [, second] = (await content.describeThread({ id: thread?.id ?? '' }))?.recommendations ?? [];
  const keys = [...(post ? keysOfPost(post) : []), ...(second ? keysOfRecommendation(second, null) : [])];
  return (await answers.findOwn({ keys }, null)).map(({ kind }) => kind);
}

async function anchorsIn({ answers }: Device) {
  const lists = await Promise.all(
    (['note', 'follow-up'] as const).map((kind) => answers.listOwn({ kind, start: 0, isAnchored: true }, null)),
  );
  return lists.flatMap(({ anchors }) => anchors.map(({ kind }) => kind));
}

test('what is written about few words stays where it is when these get their addresses', async () => {
  const device = startDevice();
  await write(device);
  const { changesSinceBackup } = await device.answers.describeOwn({}, null);
  await device.bringUpToDate();
  expect(await anchorsIn(device)).toEqual(['present', 'present']);
  expect(await foundAtOriginals(device)).toEqual(['note', 'follow-up']);
  // Nothing of it is the reader's doing.
  expect((await device.answers.describeOwn({}, null)).changesSinceBackup).toBe(changesSinceBackup);
});

test('so it does where it comes with a backup, from before and from after', async () => {
  const before = startDevice();
  await write(before);
  const early = (await before.own.read()).all;
  await before.bringUpToDate();
  const late = (await before.own.read()).all;
  for (const [records, isUpToDate] of [
    [early, true],
    [late, false],
  ] as const) {
    await Promise.all([ACCOUNTS_NAME, LIBRARY_NAME, OWN_NAME].map((name) => deleteDB(name)));
    const there = startDevice();
    const renamed = isUpToDate ? await there.bringUpToDate() : [];
    await there.own.putRecords(records);
    await there.own.nameOriginals(new Map(renamed));
    expect(await anchorsIn(there)).toEqual(['present', 'present']);
  }
});
