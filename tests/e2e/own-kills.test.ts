import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PostSubject } from '../../core/model/own.ts';
import type { FollowUpEdit } from '../../core/own/change.ts';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { createRandom } from '../bench/gold.ts';
import {
  addAccount,
  BUNDLED_POSTS,
  countCopies,
  type OwnDriver,
  RECOMMENDATION,
  removeAccount,
  startOwnDriver,
} from './own-driver.ts';

/** What goes on while notes and follow-up are written and the background is stopped. */
const ACTS = [
  'nothing else',
  'an update to a new bundled index',
  'the removal of an account',
  'a crash of the browser',
] as const;
type Act = (typeof ACTS)[number];

/** Moments of each act, in the order of `ACTS`: few by default, and all with `KILLS=all`; `KILL_SEED` draws the same again. */
const MOMENTS: Readonly<Record<BrowserName, { readonly few: readonly number[]; readonly all: readonly number[] }>> = {
  chrome: { few: [1, 1, 1, 1], all: [20, 12, 12, 6] },
  firefox: { few: [1, 1, 1, 0], all: [4, 3, 2, 1] },
};
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const isAll = process.env.KILLS === 'all';
/** Milliseconds, the most for which each act is let go on before the background is stopped. */
const LONGEST: Readonly<Record<Act, number>> = {
  'nothing else': 400,
  'an update to a new bundled index': 1500,
  'the removal of an account': 600,
  'a crash of the browser': 400,
};

/** What a page has asked for and what was confirmed, by the number of the change, 0 for none. */
interface Log {
  readonly notes: readonly Counts[];
  readonly evidence: Counts;
}

interface Counts {
  asked: number;
  confirmed: number;
}

describe.each(['chrome', 'firefox'] as const)(`notes and follow-up, with KILL_SEED=${seed}, in %s`, (name) => {
  const random = createRandom(seed);
  const moments = MOMENTS[name][isAll ? 'all' : 'few'];
  let driver: OwnDriver;
  let writer: Writer;

  beforeAll(async () => {
    driver = await startOwnDriver(name);
    writer = createWriter(driver.askOnce);
    // A database that never was written to cannot be told from one that has lost all.
    writer.begin(BUNDLED_POSTS);
    await writer.end();
  });
  afterAll(() => driver?.close());

  async function killDuring(act: Act): Promise<string> {
    const posts = [...BUNDLED_POSTS];
    if (act === 'the removal of an account') posts.push(await addAccount(driver));
    writer.begin(posts);
    const after = Math.round(random() * LONGEST[act]);
    if (act === 'an update to a new bundled index') {
      await rest(random() * LONGEST['nothing else']);
      await driver.update();
    }
    const removing = act === 'the removal of an account' ? removeAccount(driver).catch(() => null) : null;
    await rest(after);
    await (act === 'a crash of the browser' ? driver.crash() : driver.stop());
    await removing;
    // It goes on where it was interrupted.
    await rest(random() * 200);
    await writer.end();
    if (act === 'the removal of an account') await removeAccount(driver);
    await driver.stop();
    return `${name}, ${act}: after ${after} ms`;
  }

  /** What is there, by the numbers of the changes that made it. */
  async function readWritten(posts: number) {
    const { items } = await driver.ask('listOwn', { kind: 'note', start: 0, isAnchored: true });
    const followUps = await driver.ask('listOwn', { kind: 'follow-up', start: 0, isAnchored: true });
    const notes = items.flatMap((note) => (note.kind === 'note' ? [note.texts] : []));
    expect(notes.map((texts) => texts.length)).toEqual(Array(posts).fill(1));
    expect(followUps.items).toHaveLength(1);
    const [followUp] = followUps.items;
    if (followUp?.kind !== 'follow-up') throw new Error('no follow-up');
    const changes = notes.map(([text = '']) => text.split(' ').map(Number) as [number, number]);
    return { notes: new Map(changes), evidence: followUp.evidence.map(({ id }) => Number(id)), followUp };
  }

  // What fails by chance must not pass at a second try.
  test.for(ACTS.flatMap((act, at) => (moments[at] ? [[act, moments[at]] as const] : [])))(
    'lose nothing that was confirmed, and hold nothing twice, when it is stopped during %s, %i times',
    { retry: 0, timeout: 300_000 },
    async ([act, times]) => {
      for (let moment = 0; moment < times; moment += 1) {
        const how = await killDuring(act);
        console.log(how);
        const { log } = writer;
        const { notes, evidence, followUp } = await readWritten(log.notes.length);
        for (const [at, { asked, confirmed }] of log.notes.entries()) {
          expect(notes.get(at), `${how}: note ${at}`).toBeGreaterThanOrEqual(confirmed);
          expect(notes.get(at), `${how}: note ${at}`).toBeLessThanOrEqual(asked);
        }
        expect(evidence, how).toEqual(evidence.map((_, at) => at + 1));
        expect(evidence.length, how).toBeGreaterThanOrEqual(log.evidence.confirmed);
        expect(evidence.length, how).toBeLessThanOrEqual(log.evidence.asked);
        expect(followUp.history, how).toHaveLength(evidence.length);
        const { repairs } = await driver.ask('describeOwn', {});
        expect(repairs, how).toEqual({ inDatabase: 0, inJournal: 0, damaged: 0, lost: 0 });
        const copies = log.notes.length + 1;
        expect(await countCopies(driver.page()), how).toEqual({ database: copies, journal: copies });
      }
    },
  );
});

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

interface Writer {
  readonly log: Log;
  begin(posts: readonly PostSubject[]): void;
  /** After the change that is under way. */
  end(): Promise<void>;
}

/** Writes one change after another, each of them asked for until it is confirmed. */
function createWriter(ask: OwnDriver['ask']): Writer {
  const log: { notes: Counts[]; evidence: Counts } = { notes: [], evidence: { asked: 0, confirmed: 0 } };
  let isWriting = false;
  let writing = Promise.resolve();
  const change = async (counts: Counts, make: (number: number) => Promise<object | undefined>) => {
    const number = counts.confirmed + 1;
    counts.asked = number;
    // A question to a browser that has ended may never be answered, and one to a background that ends is answered with
    // nothing. After a failure the background is left to be seen stopped.
    const made = () => Promise.race([make(number), rest(5000)]).catch(() => undefined);
    while (!(await made())) await rest(200);
    counts.confirmed = number;
  };
  const writeAll = async (posts: readonly PostSubject[]) => {
    while (isWriting) {
      for (const [at, subject] of posts.entries()) {
        const counts = log.notes[at] ?? { asked: 0, confirmed: 0 };
        log.notes[at] = counts;
        await change(counts, (number) =>
          ask('changeNote', { subject, from: number === 1 ? '' : `${at} ${number - 1}`, to: `${at} ${number}` }),
        );
      }
      await change(log.evidence, (number) =>
        ask('changeFollowUp', { subject: RECOMMENDATION, edit: addition(number) }),
      );
    }
  };
  return {
    log,
    begin(posts) {
      isWriting = true;
      writing = writeAll(posts);
    },
    async end() {
      isWriting = false;
      await writing;
    },
  };
}

function addition(number: number): FollowUpEdit {
  const texts = { address: 'https://gov.example/', title: 'Answer', quotation: '', remark: '' };
  return { field: 'evidence', from: null, to: { id: String(number), day: null, ...texts } };
}
