import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import type { Note, OwnRecord, PostSubject } from '../../../../core/model/own.ts';
import { changeNote } from '../../../../core/own/change.ts';
import { hashOf } from '../../../../core/text/hash.ts';
import { OWN_NAME, openOwnDatabase } from '../../../../entrypoints/background/own/database.ts';
import type { OwnStore } from '../../../../entrypoints/background/own/store.ts';
import { type Area, byHand, createArea, findAll, startStore, textOf } from './own-stores.ts';

const NONE = { inDatabase: 0, inJournal: 0, damaged: 0, lost: 0 };
const BOTH = { journal: null, database: null };
const FULL = new DOMException('no room', 'QuotaExceededError');

let logged: MockInstance<typeof console.error>;
let area: Area;

beforeEach(async () => {
  mendBrowser();
  await deleteDB(OWN_NAME);
  area = createArea();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function subjectOf(name: string): PostSubject {
  const words = `${name} is what this post says, in as many words as it takes to be told from another.`;
  return { kind: 'post', post: `post:${name}`, uri: null, time: '2026-01-02T03:04', author: null, words, about: null };
}

/** Writes a note about something of that name, or writes on. */
function write(store: OwnStore, name: string, to = name, from = '') {
  return store.change(({ find }, writing) => {
    const before = find([`post post:${name}`])[0] ?? null;
    const made = changeNote(before as Note | null, subjectOf(name), { from, to }, writing);
    return made === null || made === before ? [] : [made];
  });
}

/** A background that wrote three notes and was stopped. */
async function writeThree(): Promise<readonly OwnRecord[]> {
  const store = startStore(area);
  for (const name of ['one', 'two', 'three']) await write(store, name);
  return (await store.read()).all;
}

const THREE = ['one', 'three', 'two'];

async function idOf(name: string): Promise<string> {
  const [found] = (await startStore(area).read()).find([`post post:${name}`]);
  return found?.id ?? '';
}

function mendBrowser(): void {
  vi.restoreAllMocks();
  logged = vi.spyOn(console, 'error').mockImplementation(() => {});
}

/** All writing to the database, or all reading of it, fails with an error. */
function breakDatabase(call: 'put' | 'getAll', error: Error): void {
  vi.spyOn(IDBObjectStore.prototype, call).mockImplementation(() => {
    throw error;
  });
}

describe('what was written is in both stores', () => {
  test('in either of them alone, too', async () => {
    await writeThree();
    expect(await findAll(area)).toEqual({ texts: THREE, repairs: NONE, keptIn: BOTH });
    expect(Object.keys(area.stored).filter((key) => key.startsWith('own:'))).toHaveLength(3);
    expect(await byHand((database) => database.count('records'))).toBe(3);
  });

  test('with any text; what is half a letter in it is replaced', async () => {
    const text = 'a\ud800b \u0000 "\\" __proto__ \u2028 🙂';
    await write(startStore(area), 'odd', text);
    expect((await findAll(area)).texts).toEqual([text.toWellFormed()]);
    for (const key of Object.keys(area.stored)) delete area.stored[key];
    expect((await findAll(area)).texts).toEqual([text.toWellFormed()]);
  });

  test('and nothing is opened, read or written before it is asked for', async () => {
    startStore(area);
    await startStore(area).read();
    expect(area.stored).toEqual({});
  });

  test('changes of many at once lose none, and each is told', async () => {
    const onChange = vi.fn();
    const store = startStore(area, { onChange });
    const names = Array.from({ length: 20 }, (_, at) => `n${at}`);
    await Promise.all(names.map((name) => write(store, name)));
    expect((await findAll(area)).texts).toEqual(names.toSorted());
    expect(onChange).toHaveBeenCalledTimes(20);
  });

  test('whether a change brings what was not there is told', async () => {
    const onChange = vi.fn();
    const store = startStore(area, { onChange });
    await write(store, 'a');
    await write(store, 'b');
    await store.acknowledgeRepairs();
    expect(onChange.mock.calls.flat()).toEqual([true, true, false]);
  });
});

describe('is there after the next start, and what was repaired is said, where', () => {
  test.each<[string, () => unknown, Partial<typeof NONE>]>([
    ['the database is gone', () => deleteDB(OWN_NAME), { inDatabase: 3 }],
    ['the database is empty', () => byHand((all) => all.clear('records')), { inDatabase: 3 }],
    [
      'the database has lost its stores',
      async () => {
        await deleteDB(OWN_NAME);
        (await openDB(OWN_NAME, 1, { upgrade: (database) => void database.createObjectStore('x') })).close();
      },
      { inDatabase: 3 },
    ],
    ['a row is gone', async () => byHand(async (all) => all.delete('records', await idOf('one'))), { inDatabase: 1 }],
    [
      'a row is damaged',
      async () => {
        const id = await idOf('one');
        await byHand((all) => all.put('records', { id, text: '{"kind":"note"}', hash: '0' }));
      },
      { inDatabase: 1 },
    ],
    [
      'a row has lost its content',
      async () => {
        const id = await idOf('one');
        await byHand((all) => all.put('records', { id }));
      },
      { inDatabase: 1 },
    ],
    ['the journal is empty', () => emptyJournal(), { inJournal: 3 }],
    [
      'the journal has lost one',
      async () => {
        delete area.stored[`own:${await idOf('two')}`];
      },
      { inJournal: 1 },
    ],
    [
      'what the journal has of one is damaged',
      async () => {
        const key = `own:${await idOf('two')}`;
        const copy = Object(area.stored[key]);
        area.stored[key] = { ...copy, text: copy.text.replace('two', 'toe') };
      },
      { inJournal: 1 },
    ],
    [
      'what the journal has of one is null',
      async () => void Object.assign(area.stored, { [`own:${await idOf('two')}`]: null }),
      { inJournal: 1 },
    ],
    [
      'both are damaged in part',
      async () => {
        area.stored[`own:${await idOf('one')}`] = 'x';
        const id = await idOf('two');
        await byHand((all) => all.put('records', { id, text: 1, hash: 2 }));
        await byHand(async (all) => all.delete('records', await idOf('three')));
      },
      { inDatabase: 2, inJournal: 1 },
    ],
    ['the state of both is damaged', () => damageStates(), {}],
  ])('%s', async (_, damage, repaired) => {
    await writeThree();
    await damage();
    const repairs = { ...NONE, ...repaired };
    expect(await findAll(area)).toEqual({ texts: THREE, repairs, keptIn: BOTH });
    // It is mended once, and said until it is seen.
    expect(await findAll(area)).toEqual({ texts: THREE, repairs, keptIn: BOTH });
    await startStore(area).acknowledgeRepairs();
    expect(await findAll(area)).toEqual({ texts: THREE, repairs: NONE, keptIn: BOTH });
  });

  test('one of the stores is older', async () => {
    await writeThree();
    const old = await byHand((all) => all.getAll('records'));
    await write(startStore(area), 'one', 'one more', 'one');
    await write(startStore(area), 'two', 'two more', 'two');
    await byHand(async (all) => {
      for (const row of old) await all.put('records', row);
    });
    expect(await findAll(area)).toMatchObject({ texts: ['one more', 'three', 'two more'], repairs: { inDatabase: 2 } });
  });
});

function emptyJournal(): void {
  for (const key of Object.keys(area.stored)) delete area.stored[key];
}

async function damageStates(): Promise<void> {
  area.stored['own-state'] = { writings: 'many' };
  await byHand((all) => all.put('state', null, 'state'));
}

describe('what was being written when the background was stopped', () => {
  test('and came to the journal alone is mended, of which nothing is said', async () => {
    await writeThree();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('stopped', 'AbortError');
    });
    await write(startStore(area), 'four');
    expect(await findAll(area)).toEqual({ texts: ['four', ...THREE], repairs: NONE, keptIn: BOTH });
    emptyJournal();
    expect((await findAll(area)).texts).toEqual(['four', ...THREE]);
  });
});

describe('a record that is damaged in both', () => {
  test('is put aside as it is, said, and never deleted', async () => {
    await writeThree();
    const id = await idOf('one');
    const key = `own:${id}`;
    area.stored[key] = { ...Object(area.stored[key]), hash: '0' };
    await byHand((all) => all.put('records', { id, text: 'x', hash: '1' }));
    const damaged = area.stored[key];
    expect(await findAll(area)).toEqual({ texts: ['three', 'two'], repairs: { ...NONE, damaged: 1 }, keptIn: BOTH });
    await write(startStore(area), 'one', 'one anew');
    expect(await findAll(area)).toMatchObject({ texts: ['one anew', 'three', 'two'], repairs: { damaged: 1 } });
    expect(area.stored[`own-damaged:${id}`]).toEqual([damaged, { id, text: 'x', hash: '1' }]);
  });

  test('again stands beside what was put aside before', async () => {
    await writeThree();
    const id = await idOf('one');
    for (const raw of ['a', 'b']) {
      area.stored[`own:${id}`] = raw;
      await byHand((all) => all.delete('records', id));
      await findAll(area);
    }
    expect(area.stored[`own-damaged:${id}`]).toEqual(['a', 'b']);
  });

  test('is said as lost where nothing is left of it', async () => {
    await writeThree();
    const id = await idOf('one');
    delete area.stored[`own:${id}`];
    await byHand((all) => all.delete('records', id));
    expect(await findAll(area)).toMatchObject({ texts: ['three', 'two'], repairs: { ...NONE, lost: 1 } });
    expect(await findAll(area)).toMatchObject({ repairs: { ...NONE, lost: 1 } });
  });
});

describe('a store that does not work', () => {
  const REFUSED = new DOMException('not here', 'InvalidStateError');

  test.each<[string, () => unknown, string]>([
    [
      'cannot be opened',
      () =>
        vi.spyOn(indexedDB, 'open').mockImplementation(() => {
          throw REFUSED;
        }),
      'refused',
    ],
    ['cannot be read', () => breakDatabase('getAll', REFUSED), 'refused'],
    ['refuses to be written', () => breakDatabase('put', REFUSED), 'refused'],
    ['is full', () => breakDatabase('put', FULL), 'full'],
    ['is of a newer version', async () => (await openDB(OWN_NAME, 9)).close(), 'newer'],
  ])('is the database: it %s', async (_, break_, why) => {
    await writeThree();
    await break_();
    const store = startStore(area);
    expect(await write(store, 'four')).toEqual({ journal: null, database: why });
    await write(store, 'five');
    expect((await store.read()).all.map(textOf).sort()).toEqual(['five', 'four', ...THREE]);
    mendBrowser();
    expect(await findAll(area)).toMatchObject({ texts: ['five', 'four', ...THREE], repairs: NONE });
  });

  test.each<[string, 'get' | 'set', Error, string]>([
    ['cannot be read', 'get', REFUSED, 'refused'],
    ['refuses to be written', 'set', REFUSED, 'refused'],
    ['is full', 'set', new Error('QuotaExceededError: storage.local API call exceeded its quota limitations.'), 'full'],
    ['is on a full disk', 'set', new Error('IO error: .../000003.log: No space left on device'), 'full'],
  ])('is the journal: it %s', async (_, call, error, why) => {
    await writeThree();
    area.faults[call] = error;
    const store = startStore(area);
    expect(await write(store, 'four')).toEqual({ journal: why, database: null });
    await write(store, 'five');
    expect((await store.read()).all.map(textOf).sort()).toEqual(['five', 'four', ...THREE]);
    delete area.faults[call];
    expect(await findAll(area)).toMatchObject({ texts: ['five', 'four', ...THREE], repairs: NONE });
  });

  test('gets what it is owed with what it takes next', async () => {
    const store = startStore(area);
    await write(store, 'one');
    breakDatabase('put', FULL);
    await write(store, 'two');
    mendBrowser();
    expect(await write(store, 'three')).toEqual(BOTH);
    emptyJournal();
    expect((await findAll(area)).texts).toEqual(THREE);
  });

  test('is not waited for again once it did not answer, and is mended when it does', async () => {
    await writeThree();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { promise, resolve } = Promise.withResolvers<void>();
    const store = startStore(area, { openDatabase: (onClosed) => promise.then(() => openOwnDatabase(onClosed)) });
    const writing = write(store, 'four');
    await vi.advanceTimersByTimeAsync(3000);
    expect(await writing).toEqual({ journal: null, database: 'unanswered' });
    expect(await write(store, 'five')).toEqual({ journal: null, database: 'unanswered' });
    vi.useRealTimers();
    resolve();
    await vi.waitFor(async () => expect((await store.read()).keptIn).toEqual(BOTH));
    expect(await byHand((all) => all.count('records'))).toBe(5);
  });

  test('is not waited for again once it did not answer a writing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const hanging = vi.fn(() => new Promise<void>(() => {}));
    const openDatabase = async () => ({
      readAll: async () => ({ copies: new Map(), state: null }),
      write: hanging,
      drop: async () => {},
    });
    const store = startStore(area, { openDatabase });
    const writing = write(store, 'one');
    await vi.advanceTimersByTimeAsync(3000);
    expect(await writing).toEqual({ journal: null, database: 'unanswered' });
    expect(await write(store, 'two')).toEqual({ journal: null, database: 'unanswered' });
    expect(hanging).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
    expect((await findAll(area)).texts).toEqual(['one', 'two']);
  });

  test('changes nothing where the other does not either, and says why', async () => {
    const store = startStore(area);
    await write(store, 'one');
    breakDatabase('put', FULL);
    area.faults.set = REFUSED;
    await expect(write(store, 'one', 'one more', 'one')).rejects.toMatchObject({ message: 'not kept: full' });
    expect((await store.read()).all.map(textOf)).toEqual(['one']);
    mendBrowser();
    delete area.faults.set;
    expect(await write(store, 'one', 'one more', 'one')).toEqual(BOTH);
    expect((await findAll(area)).texts).toEqual(['one more']);
  });

  test('is asked again with the next request where neither could be read', async () => {
    await writeThree();
    breakDatabase('getAll', REFUSED);
    area.faults.get = REFUSED;
    const store = startStore(area);
    await expect(store.read()).rejects.toMatchObject({ message: 'not kept: refused' });
    mendBrowser();
    delete area.faults.get;
    expect((await store.read()).all).toHaveLength(3);
  });

  test('is opened anew where the database was closed from outside', async () => {
    const store = startStore(area);
    await write(store, 'one');
    await deleteDB(OWN_NAME);
    expect(await write(store, 'two')).toEqual(BOTH);
    emptyJournal();
    expect((await findAll(area)).texts).toEqual(['one', 'two']);
  });
});

test('a background that goes on beside another takes in what that wrote', async () => {
  const [one, other] = [startStore(area), startStore(area)];
  await write(one, 'one');
  await other.read();
  await write(one, 'two');
  await write(other, 'three');
  await write(one, 'one', 'one more', 'one');
  expect(await findAll(area)).toEqual({ texts: ['one more', 'three', 'two'], repairs: NONE, keptIn: BOTH });
  await write(one, 'four', 'four here');
  await write(other, 'four', 'four there');
  expect((await findAll(area)).texts[0]).toBe('four there | four here');
});

test('what a later version of the extension has written stays as it is, and is not written over', async () => {
  await writeThree();
  const id = await idOf('one');
  const text = JSON.stringify({ kind: 'note', id, drawing: 1 });
  const copy = { id, text, hash: hashOf(id, text) };
  area.stored[`own:${id}`] = copy;
  await byHand((all) => all.put('records', copy));
  expect(await findAll(area)).toEqual({ texts: ['three', 'two'], repairs: NONE, keptIn: BOTH });
  await expect(write(startStore(area), 'one')).rejects.toMatchObject({ message: 'not kept: newer' });
  expect(area.stored[`own:${id}`]).toEqual(copy);
});

test('what a later version has written is kept in both stores as it came with a backup', async () => {
  await writeThree();
  const text = JSON.stringify({ kind: 'note', id: 'note:later', drawing: 1 });
  const later = { kind: 'newer', id: 'note:later', text } as const;
  await startStore(area).change(() => [later]);
  const { all, newer } = await startStore(area).read();
  expect([all.length, [...newer.values()]]).toEqual([3, [later]]);
  const stored = await byHand((database) => database.get('records', later.id));
  expect(stored).toEqual(area.stored['own:note:later']);
  expect((await findAll(area)).repairs).toEqual(NONE);
});

test('what a later version has written in one store is not mended from the other', async () => {
  await writeThree();
  const id = await idOf('one');
  const text = JSON.stringify({ kind: 'note', id, drawing: 1 });
  area.stored[`own:${id}`] = { id, text, hash: hashOf(id, text) };
  expect(await findAll(area)).toEqual({ texts: ['three', 'two'], repairs: NONE, keptIn: BOTH });
});

describe('records of a backup', () => {
  test('are taken in once, however often', async () => {
    const records = await writeThree();
    await deleteDB(OWN_NAME);
    area = createArea();
    const store = startStore(area);
    await store.putRecords(records);
    await store.putRecords(records);
    expect((await store.read()).state).toMatchObject({ changes: 3, records: 3 });
    expect((await findAll(area)).texts).toEqual(THREE);
  });

  test('that are older change nothing, and that were changed apart keep both texts', async () => {
    const records = await writeThree();
    const store = startStore(area, { writer: async () => 'elsewhere' });
    await write(store, 'one', 'one more', 'one');
    await store.putRecords(records);
    expect((await findAll(area)).texts).toEqual(['one more', 'three', 'two']);
    const [first] = records;
    if (first?.kind !== 'note') throw new Error('no note');
    const apart = { ...first, texts: ['one else'], version: { third: 1, ...first.version } };
    await store.putRecords([apart]);
    expect((await findAll(area)).texts.toSorted()).toEqual(['one more | one else', 'three', 'two']);
  });

  test('of another form are all refused', async () => {
    const [first] = await writeThree();
    if (first === undefined) throw new Error('no record');
    const store = startStore(area);
    await expect(
      store.putRecords([
        { ...first, id: 'note:new' },
        { ...first, version: { a: -1 } },
      ]),
    ).rejects.toThrow();
    expect((await findAll(area)).texts).toEqual(THREE);
  });

  test('changes are counted from it on', async () => {
    const store = startStore(area);
    await writeThree();
    const { changes } = (await store.read()).state;
    await write(store, 'four');
    await store.noteBackup(changes);
    expect((await startStore(area).read()).state).toMatchObject({ changes: 1, backedUpAt: expect.any(Number) });
  });
});

test('what fails is told where developers look', async () => {
  area.faults.set = FULL;
  await write(startStore(area), 'one');
  expect(logged).toHaveBeenCalledWith(expect.any(String), FULL);
});
