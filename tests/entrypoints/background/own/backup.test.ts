import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { BackupItem, BackupItems, Section } from '../../../../core/backup/format.ts';
import { SECTIONS } from '../../../../core/backup/format.ts';
import type { KeptRow } from '../../../../core/linked-by/kept-feed.ts';
import type { KeptRecord, NewerRecord, OwnRecord } from '../../../../core/model/own.ts';
import type { SectionItems } from '../../../../core/protocol/backup.ts';
import type { SavedSearch } from '../../../../core/saved-searches.ts';
import { defaultSettings, type Settings } from '../../../../core/settings.ts';
import { createBackedUpFeeds } from '../../../../entrypoints/background/accounts/backed-up-feeds.ts';
import { ACCOUNTS_NAME } from '../../../../entrypoints/background/accounts/database.ts';
import type { ReadingQueue } from '../../../../entrypoints/background/accounts/reading-queue.ts';
import { createAccountsStore } from '../../../../entrypoints/background/accounts/store.ts';
import { createBackupAnswers } from '../../../../entrypoints/background/own/backup-answers.ts';
import type { BackupDoors } from '../../../../entrypoints/background/own/doors.ts';
import { createPendingStore, PENDING_NAME } from '../../../../entrypoints/background/own/pending-database.ts';
import { followUp, ITEMS, note } from '../../../core/backup/backups.ts';

/** What is kept outside of databases. */
const KEPT = {
  records: [] as readonly KeptRecord[],
  settings: defaultSettings as Settings,
  searches: [] as readonly SavedSearch[],
  posts: [] as readonly KeptRow[],
};
let kept: typeof KEPT;
let clock = 0;
/** Writes that are still to succeed before the background is cut off. */
let left = Number.POSITIVE_INFINITY;
let wakings: boolean[];

beforeEach(async () => {
  await reset();
});

async function reset() {
  kept = { ...KEPT };
  left = Number.POSITIVE_INFINITY;
  wakings = [];
  await Promise.all([deleteDB(ACCOUNTS_NAME), deleteDB(PENDING_NAME)]);
}

/** As a background that has just started. */
async function withBackground<Value>(
  act: (background: ReturnType<typeof createBackupAnswers>) => Promise<Value> | Value,
  failing: Partial<BackupDoors> = {},
): Promise<Value> {
  const accounts = createAccountsStore();
  const pending = createPendingStore();
  const queue: Pick<ReadingQueue, 'finish' | 'addText' | 'remove' | 'removeText'> = {
    finish: async (did) => void (await accounts.change(did, (row) => ({ ...row, reading: null, linkedWith: 'v' }))),
    addText: async ({ id, profile, posts }, text) =>
      accounts.putText({ feed: id, text, profile, asOf: null, posts: posts.length, linkedWith: 'v' }),
    remove: (did) => accounts.remove(did, null),
    removeText: (feed) => accounts.deleteText(feed),
  };
  const now = () => {
    clock += 1;
    return clock;
  };
  const feeds = createBackedUpFeeds({
    store: cutOff(accounts, ['put', 'putMetLater', 'remove']),
    queue: cutOff(queue, ['finish']) as ReadingQueue,
    now,
    onProgress: () => {},
    feedOf: async ({ did, keep }) => ({ feed: `bluesky:${did}`, isBundled: false, keep }),
  });
  const doors: BackupDoors = {
    own: cutOff(
      {
        readAll: async () => kept.records,
        noteBackup: async () => null,
        async change(make) {
          const known = new Map(kept.records.map((record) => [record.id, record] as const));
          const made = make((id) => known.get(id) ?? null, { at: now(), by: 'here' });
          for (const record of made) known.set(record.id, record);
          kept.records = [...known.values()];
        },
      },
      ['change'],
    ),
    feeds,
    kept: cutOff(keptPosts, ['putAll', 'removeAll']),
    settings: cutOff(storedAs('settings'), ['change']),
    searches: cutOff({ ...storedAs('searches'), removeAll: () => storedAs('searches').change(() => []) }, [
      'change',
      'removeAll',
    ]),
    pending: cutOff(pending, ['end']),
    now,
    keepWaking: async (isNeeded) => void wakings.push(isNeeded),
    ...failing,
  };
  try {
    return await act(createBackupAnswers(doors));
  } finally {
    await Promise.all([accounts.close(), pending.close()]);
  }
}

const keptPosts: BackupDoors['kept'] = {
  readAll: async () => kept.posts,
  async putAll(rows) {
    const known = new Set(kept.posts.map(({ uri }) => uri));
    kept = { ...kept, posts: [...kept.posts, ...rows.filter(({ uri }) => !known.has(uri))] };
  },
  async removeAll() {
    kept = { ...kept, posts: [] };
  },
};

function storedAs<Name extends 'settings' | 'searches'>(name: Name) {
  return {
    read: async () => kept[name],
    async change(change: (latest: (typeof KEPT)[Name]) => (typeof KEPT)[Name]) {
      kept = { ...kept, [name]: change(kept[name]) };
    },
  };
}

/** The same, but that what is called rejects once no more writes are to succeed: before, or after it has written. */
function cutOff<Doors extends object>(doors: Doors, names: readonly (keyof Doors)[]): Doors {
  const cut = names.map((name) => [
    name,
    async (...given: unknown[]) => {
      left -= 0.5;
      if (left < 0) throw new Error('cut off');
      const value = await (doors[name] as (...given: unknown[]) => Promise<unknown>)(...given);
      left -= 0.5;
      if (left < 0) throw new Error('cut off');
      return value;
    },
  ]);
  return { ...doors, ...Object.fromEntries(cut) };
}

async function begin(items: Partial<{ [Name in Section]: readonly BackupItems[Name][] }> = ITEMS, hasFeeds = true) {
  return withBackground(async ({ answers }) => {
    const { number } = await answers.beginRestore({ hasFeeds }, null);
    for (const section of SECTIONS) {
      const part = { section, items: items[section] ?? [] } as SectionItems;
      expect(await answers.takeRestorePart({ number, part }, null)).toBe(true);
    }
    return number;
  });
}

async function restoreAll(items = ITEMS, bringsBack = false): Promise<void> {
  const number = await begin(items);
  await withBackground(({ answers }) => answers.applyRestore({ number, bringsBack }, null));
}

async function readAll(): Promise<Record<Section, unknown[]>> {
  return withBackground(async ({ answers }) => {
    const found: BackupItem['item'][][] = [];
    for (const section of SECTIONS) {
      const items: BackupItem['item'][] = [];
      for (let after: string | null = null; ; ) {
        const part = await answers.readBackupPart({ section, after }, null);
        items.push(...part.items);
        after = part.next;
        if (after === null) break;
      }
      found.push(items);
    }
    return Object.fromEntries(SECTIONS.map((section, at) => [section, found[at]])) as Record<Section, unknown[]>;
  });
}

/** The page of the items is no page that was saved; pages are restored as they were read. */
const WITHOUT_PAGES = { ...ITEMS, texts: [] };
const byId = (one: unknown, other: unknown) => ((one as OwnRecord).id < (other as OwnRecord).id ? -1 : 1);
const RESTORED = { ...WITHOUT_PAGES, own: ITEMS.own.toSorted(byId) };

describe('what a later version wrote', () => {
  const later: NewerRecord = {
    kind: 'newer',
    id: followUp.id,
    text: JSON.stringify({ ...followUp, response: 'under-review' }),
  };

  test('stays as it is, and all else comes', async () => {
    kept.records = [later];
    const number = await begin();
    const plan = await withBackground(({ answers }) => answers.planRestore({ number }, null));
    expect(plan?.counts).toMatchObject({ added: 1, 'left-newer': 1 });
    await withBackground(({ answers }) => answers.applyRestore({ number, bringsBack: true }, null));
    expect(kept.records).toEqual(expect.arrayContaining([later, note]));
    expect(kept.records).not.toContainEqual(followUp);
  });

  test('is in a backup, and comes with it', async () => {
    kept.records = [note, later];
    const { own } = await readAll();
    expect(own).toContainEqual(later);
    await reset();
    await restoreAll({ ...WITHOUT_PAGES, own: own as KeptRecord[] });
    expect(kept.records).toContainEqual(later);
  });
});

describe('what fails for good', () => {
  const failing: Partial<BackupDoors> = {
    kept: { ...keptPosts, putAll: () => Promise.reject(new RangeError('Invalid time value')) },
  };
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  test('keeps nothing else of the backup from coming', async () => {
    const number = await begin();
    await expect(
      withBackground(({ answers }) => answers.applyRestore({ number, bringsBack: false }, null), failing),
    ).rejects.toThrow('Invalid time');
    expect(await readAll()).toEqual({ ...RESTORED, kept: [] });
  });

  test('blocks no other restore and no deletion, and is told', async () => {
    const number = await begin();
    const apply = () =>
      withBackground(({ answers }) => answers.applyRestore({ number, bringsBack: false }, null), failing);
    await expect(apply()).rejects.toThrow('Invalid time');
    const begun = await withBackground(({ answers }) => answers.beginRestore({ hasFeeds: false }, null), failing);
    expect(begun).toMatchObject({ leftOff: 'restore' });
    expect(await withBackground(({ answers }) => answers.beginRestore({ hasFeeds: false }, null))).toMatchObject({
      leftOff: null,
    });
    await restoreAll({ ...WITHOUT_PAGES, kept: [] });
    await begin();
    const other = await begin();
    await expect(
      withBackground(({ answers }) => answers.applyRestore({ number: other, bringsBack: false }, null), failing),
    ).rejects.toThrow('Invalid time');
    const removed = withBackground(
      ({ answers }) => answers.removeOwn({ what: 'everything', until: 1_000_000 }, null),
      failing,
    );
    expect(await removed).toBe('restore');
    expect(kept.records.every(({ kind }) => kind === 'removed')).toBe(true);
  });
});

test('what was backed up is there again, all of it, and restoring it twice changes nothing', async () => {
  await restoreAll();
  const first = await readAll();
  expect(first).toEqual(RESTORED);
  await restoreAll();
  expect(await readAll()).toEqual(first);
});

test('nothing changes until all of it is taken in and asked for', async () => {
  const number = await begin();
  await withBackground(({ goOn }) => goOn());
  await withBackground(({ answers }) => answers.planRestore({ number }, null));
  expect(await readAll()).toMatchObject({
    own: [],
    accounts: [],
    posts: [],
    searches: [],
    settings: [defaultSettings],
  });
  await withBackground(({ answers }) => answers.dropRestore({ number }, null));
  expect(await withBackground(({ answers }) => answers.applyRestore({ number, bringsBack: false }, null))).toBe(false);
  expect(kept.records).toEqual([]);
});

test('what was taken in by a page that is gone is dropped with the next session', async () => {
  const number = await begin();
  await withBackground(({ startSession }) => startSession());
  expect(await withBackground(({ answers }) => answers.applyRestore({ number, bringsBack: false }, null))).toBe(false);
  expect(kept.records).toEqual([]);
});

test('the plan says what becomes of all', async () => {
  kept.records = [note];
  const number = await begin();
  const plan = await withBackground(({ answers }) => answers.planRestore({ number }, null));
  expect(plan).toMatchObject({
    counts: { added: 1, left: 2 },
    settings: 2,
    searches: 1,
    accounts: [{ outcome: 'added', handle: 'a.example', posts: 1 }],
    texts: [],
  });
});

test('the plan says for which kept posts there is no room', async () => {
  const [row] = ITEMS.kept;
  if (row === undefined) throw new Error('no kept post');
  const rowsOf = (from: number, to: number) =>
    Array.from(
      { length: to - from },
      (_, at): KeptRow => ({ ...row, uri: `${row.uri}${from + at}` as KeptRow['uri'] }),
    );
  kept.posts = rowsOf(0, 1998);
  const number = await begin({ kept: rowsOf(1997, 2007) });
  const plan = await withBackground(({ answers }) => answers.planRestore({ number }, null));
  expect(plan).toMatchObject({ kept: 2, keptOut: 7 });
});

test('cut off at whichever write, it goes on by itself to the same end', async () => {
  await restoreAll();
  const whole = await readAll();
  for (let writes = 0; ; writes += 0.5) {
    await reset();
    const number = await begin();
    left = writes;
    const applied = withBackground(({ answers }) => answers.applyRestore({ number, bringsBack: false }, null));
    const isCut = await applied.then(
      () => false,
      () => true,
    );
    left = Number.POSITIVE_INFINITY;
    expect(wakings).toEqual(isCut ? [true] : [true, false]);
    await withBackground(({ goOn }) => goOn());
    expect(await readAll(), `after ${writes}`).toEqual(whole);
    // Who was not told asks once more.
    expect(await withBackground(({ answers }) => answers.applyRestore({ number, bringsBack: false }, null))).toBe(true);
    if (!isCut) {
      expect(writes).toBeGreaterThan(5);
      return;
    }
  }
});

test('an old backup over newer work loses nothing', async () => {
  const newer = { ...note, texts: ['Newer'], version: { here: 3 }, changed: 90 };
  const apart = { ...followUp, remarks: ['Mine'], version: { here: 2, there: 1 }, changed: 90 };
  kept.records = [newer, apart];
  const mine = { id: 'mine', name: 'Own', text: 'own words', order: 'day', seenAt: 9 } as const;
  kept.searches = [mine];
  kept.settings = { ...defaultSettings, dwell: 900 };
  await restoreAll();
  expect(kept.records.find(({ id }) => id === note.id)).toEqual(newer);
  expect(kept.records.find(({ id }) => id === followUp.id)).toMatchObject({
    remarks: ['Mine'],
    version: { here: 3, there: 1 },
  });
  expect(kept.searches).toEqual([mine, ...ITEMS.searches]);
  expect(kept.settings.dwell).toBe(900);
});

test('of an account that was read later here nothing changes', async () => {
  await restoreAll();
  const [account] = ITEMS.accounts;
  const [post] = ITEMS.posts;
  if (account === undefined || post === undefined) throw new Error('nothing to restore');
  const before = await readAll();
  await restoreAll({ ...ITEMS, accounts: [{ ...account, readAt: 6 }], posts: [{ ...post, cid: 'older', seen: 6 }] });
  expect(await readAll()).toEqual(before);
  await restoreAll({ ...ITEMS, accounts: [{ ...account, readAt: 8 }], posts: [{ ...post, cid: 'newer', seen: 8 }] });
  expect(await readAll()).toMatchObject({ accounts: [{ readAt: 8 }], posts: [{ cid: 'newer', seen: 8 }] });
  // What is not here any more was deleted since, by its author or as its reader wished.
  const gone = { ...post, uri: 'at://did:plc:a/app.bsky.feed.post/gone' } as const;
  await restoreAll({ ...ITEMS, posts: [gone] });
  expect((await readAll()).posts).toHaveLength(1);
  await restoreAll({ ...ITEMS, accounts: [{ ...account, readAt: 9 }], posts: [{ ...post, cid: 'older', seen: 6 }] });
  expect(await readAll()).toMatchObject({ accounts: [{ readAt: 9 }], posts: [{ cid: 'newer', seen: 8 }] });
});

test('an account without posts waits until it is read', async () => {
  const number = await begin({ accounts: ITEMS.accounts.map((each) => ({ ...each, readAt: null })) }, false);
  await withBackground(({ answers }) => answers.applyRestore({ number, bringsBack: false }, null));
  const accounts = createAccountsStore();
  expect(await accounts.readAll()).toMatchObject([{ readAt: null, reading: null, linkedWith: null }]);
  await accounts.close();
});

test('another restore drops what the one before took in', async () => {
  const first = await begin();
  const second = await begin({ own: [followUp] });
  await withBackground(async ({ answers }) => {
    const part = { section: 'own', items: [note] } as const;
    expect(await answers.takeRestorePart({ number: first, part }, null)).toBe(false);
    expect(await answers.applyRestore({ number: first, bringsBack: false }, null)).toBe(false);
    expect(await answers.planRestore({ number: first }, null)).toBeNull();
  });
  expect(kept.records).toEqual([]);
  await withBackground(({ answers }) => answers.applyRestore({ number: second, bringsBack: false }, null));
  expect(kept.records).toEqual([followUp]);
});

test('notes are removed, follow-up and what was written since stays, and all comes back', async () => {
  const subject = { kind: 'publication', publication: { id: 'publication:3', title: 'Later', addresses: [] } } as const;
  const later = { ...note, id: 'note:3', subject, changed: 50 };
  kept.records = [note, followUp, later];
  clock = 100;
  await withBackground(({ answers }) => answers.removeOwn({ what: 'note', until: 49 }, null));
  expect(kept.records).toEqual([{ kind: 'removed', id: note.id, changed: 102, version: { here: 3 } }, followUp, later]);
  await restoreAll({ ...WITHOUT_PAGES, own: [note] }, true);
  expect(kept.records[0]).toMatchObject({ kind: 'note', texts: note.texts, version: { here: 4 } });
});

test('what was written where the clock was ahead is removed, too', async () => {
  kept.records = [{ ...note, changed: 1_000_000 }];
  clock = 100;
  await withBackground(({ answers }) => answers.removeOwn({ what: 'note', until: 49 }, null));
  expect(kept.records).toMatchObject([{ kind: 'removed', id: note.id }]);
});

test('everything is removed, wherever it is cut off, and comes back', async () => {
  for (let writes = 0; ; writes += 0.5) {
    await reset();
    await restoreAll();
    const before = await readAll();
    left = writes;
    const removed = withBackground(({ answers }) => answers.removeOwn({ what: 'everything', until: 1_000_000 }, null));
    const isCut = await removed.then(
      () => false,
      () => true,
    );
    left = Number.POSITIVE_INFINITY;
    await withBackground(({ goOn }) => goOn());
    const after = await readAll();
    expect(after).toMatchObject({ accounts: [], posts: [], kept: [], searches: [], settings: before.settings });
    expect(kept.records.every(({ kind }) => kind === 'removed')).toBe(true);
    await restoreAll(WITHOUT_PAGES, true);
    const back = await readAll();
    expect(back.own.map((record) => ({ ...(record as object), version: 0, changed: 0 }))).toEqual(
      before.own.map((record) => ({ ...(record as object), version: 0, changed: 0 })),
    );
    const { accounts, posts, searches } = before;
    expect(back).toMatchObject({ accounts, posts, searches, kept: before.kept });
    if (!isCut) return;
  }
});

test('many records and posts come in parts, each once', async () => {
  const own = Array.from({ length: 120 }, (_, at) => ({ ...note, id: `note:${at}` }));
  const [post] = ITEMS.posts;
  const [account] = ITEMS.accounts;
  if (post === undefined || account === undefined) throw new Error('no post');
  const posts = ['did:plc:a', 'did:plc:b'].flatMap((did) =>
    Array.from({ length: 700 }, (_, at) => ({ ...post, did, uri: `at://${did}/app.bsky.feed.post/${at}` as const })),
  );
  const accounts = [account, { ...account, did: 'did:plc:b' as const }];
  await restoreAll({ ...WITHOUT_PAGES, own, posts, accounts });
  const found = await readAll();
  expect(found.own).toHaveLength(120);
  expect(new Set(found.posts.map((each) => (each as { uri: string }).uri)).size).toBe(1400);
  expect(found.posts).toHaveLength(1400);
});
