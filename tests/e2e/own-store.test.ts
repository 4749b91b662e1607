import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Evidence } from '../../core/model/own.ts';
import {
  type Api,
  addAccount,
  BUNDLED_POSTS,
  countCopies,
  type OwnDriver,
  RECOMMENDATION,
  removeAccount,
  startOwnDriver,
} from './own-driver.ts';

const NONE = { inDatabase: 0, inJournal: 0, damaged: 0, lost: 0 };
const EVIDENCE: Evidence = {
  id: 'e1',
  address: 'https://gov.example/answer',
  title: 'Government response',
  quotation: 'We accept it.',
  day: '2026-05-01',
  remark: 'Ŵ 🙂 \u0000',
};

describe.each(['chrome', 'firefox'] as const)('what the reader wrote, in %s', (name) => {
  let driver: OwnDriver;
  /** What is there from the beginning, and has to be there in the end. */
  let written: unknown;

  beforeAll(async () => {
    driver = await startOwnDriver(name);
    for (const [at, subject] of BUNDLED_POSTS.entries())
      await driver.ask('changeNote', { subject, from: '', to: `Note ${at}: 🙂 \u0000 <b>` });
    const edit = { field: 'evidence', from: null, to: EVIDENCE } as const;
    await driver.ask('changeFollowUp', { subject: RECOMMENDATION, edit });
    await driver.ask('changeFollowUp', { subject: RECOMMENDATION, edit: { field: 'progress', to: 'under-way' } });
    written = await readWritten();
  });
  afterAll(() => driver?.close());
  afterEach(() => driver.ask('acknowledgeRepairs', {}));

  async function readWritten() {
    const [notes, followUps] = [
      await driver.ask('listOwn', { kind: 'note', start: 0, isAnchored: true }),
      await driver.ask('listOwn', { kind: 'follow-up', start: 0, isAnchored: true }),
    ];
    return [notes.items, followUps.items];
  }

  /** After the next start. */
  async function readAnew() {
    await driver.stop();
    const all = await readWritten();
    const { repairs, keptIn } = await driver.ask('describeOwn', {});
    return { all, repairs, keptIn, copies: await countCopies(driver.page()) };
  }

  const whole = (repairs: Partial<typeof NONE> = {}) => ({
    all: written,
    repairs: { ...NONE, ...repairs },
    keptIn: { journal: null, database: null },
    copies: { database: 4, journal: 4 },
  });

  test('is there after the background was stopped', async () => {
    expect(await readAnew()).toEqual(whole());
    expect(written).toMatchObject([{ length: 3 }, [{ evidence: [EVIDENCE], progress: 'under-way' }]]);
  });

  test.each<[string, (page: Page) => Promise<unknown>, Partial<typeof NONE>]>([
    ['the database is gone', deleteDatabase, { inDatabase: 4 }],
    ['the database is empty', (page) => changeRecords(page, 'clear'), { inDatabase: 4 }],
    ['the journal is empty', (page) => damageJournal(page, 'all'), { inJournal: 4 }],
    [
      'both are damaged in part',
      async (page) => {
        await damageJournal(page, 'first');
        await changeRecords(page, 'damage last');
      },
      { inJournal: 1, inDatabase: 1 },
    ],
  ])('is there after the next start, and that it was repaired is said, where %s', async (_, damage, repairs) => {
    await driver.stop();
    await damage(driver.page());
    expect(await readAnew()).toEqual(whole(repairs));
  });

  test('stays when an account goes, and says that its post is gone', async () => {
    const subject = await addAccount(driver);
    const { record } = await driver.ask('changeNote', { subject, from: '', to: 'Of an account.' });
    const anchorNow = async () => {
      const { items, anchors } = await driver.ask('listOwn', { kind: 'note', start: 0, isAnchored: true });
      return anchors[items.findIndex(({ id }) => id === record?.id)];
    };
    expect(await anchorNow()).toMatchObject({ kind: 'present', hasSameWords: true });
    await removeAccount(driver);
    await expect.poll(anchorNow).toEqual({ kind: 'gone' });
    await driver.ask('changeNote', { subject, from: 'Of an account.', to: '' });
    expect((await readAnew()).all).toEqual(written);
  });

  test('stays when the extension comes with another index, and says what is gone', async () => {
    await driver.update();
    await expect
      .poll(async () => (await driver.ask('listOwn', { kind: 'note', start: 0, isAnchored: true })).anchors)
      .toEqual([{ kind: 'gone' }, { kind: 'gone' }, { kind: 'gone' }]);
    expect((await readAnew()).all).toEqual(written);
    await driver.update();
    await expect
      .poll(async () =>
        (await driver.ask('listOwn', { kind: 'note', start: 0, isAnchored: true })).anchors.map(({ kind }) => kind),
      )
      .toEqual(['present', 'present', 'present']);
  });
});

/** Waits until no other context holds it. */
function deleteDatabase(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('ifg-gloss-own');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  );
}

function changeRecords(page: Page, how: 'clear' | 'damage last'): Promise<void> {
  return page.evaluate(async (what) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ifg-gloss-own');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const writing = database.transaction('records', 'readwrite');
    const records = writing.objectStore('records');
    if (what === 'clear') records.clear();
    else
      records.getAll().onsuccess = ({ target }) => {
        const last = (target as IDBRequest<{ text: string }[]>).result.at(-1);
        records.put({ ...last, text: '{}' });
      };
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    database.close();
  }, how);
}

function damageJournal(page: Page, how: 'all' | 'first'): Promise<void> {
  return page.evaluate(async (what) => {
    const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Api;
    const keys = Object.keys(await api.storage.local.get(null)).filter((key) => key.startsWith('own'));
    const [first = ''] = keys.filter((key) => key.startsWith('own:')).sort();
    await (what === 'all' ? api.storage.local.remove(keys) : api.storage.local.set({ [first]: { text: 'x' } }));
  }, how);
}
