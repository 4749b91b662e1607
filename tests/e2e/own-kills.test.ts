import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PostSubject, RecommendationSubject } from '../../core/model/own.ts';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { createRandom } from '../bench/gold.ts';
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

/** What goes on while notes and follow-up are written and the background is stopped. */
const ACTS = ['nothing else', 'an update to a new bundled index', 'the removal of an account'] as const;
type Act = (typeof ACTS)[number];

/** Moments of each act, in the order of `ACTS`: few by default, and all with `KILLS=all`; `KILL_SEED` draws the same again. */
const MOMENTS: Readonly<Record<BrowserName, { readonly few: readonly number[]; readonly all: readonly number[] }>> = {
  chrome: { few: [2, 1, 1], all: [24, 13, 13] },
  firefox: { few: [1, 1, 1], all: [6, 2, 2] },
};
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const isAll = process.env.KILLS === 'all';
/** Milliseconds, the most for which each act is let go on before the background is stopped. */
const LONGEST: Readonly<Record<Act, number>> = {
  'nothing else': 400,
  'an update to a new bundled index': 1500,
  'the removal of an account': 600,
};

/** What a page has asked for and what was confirmed, by the number of the change, 0 for none. */
interface Log {
  readonly notes: readonly { readonly asked: number; readonly confirmed: number }[];
  readonly evidence: { readonly asked: number; readonly confirmed: number };
}

describe.each(['chrome', 'firefox'] as const)(`notes and follow-up, with KILL_SEED=${seed}, in %s`, (name) => {
  const random = createRandom(seed);
  const moments = MOMENTS[name][isAll ? 'all' : 'few'];
  let driver: OwnDriver;

  beforeAll(async () => {
    driver = await startOwnDriver(name);
  });
  afterAll(() => driver?.close());

  async function killDuring(act: Act): Promise<string> {
    const posts = [...BUNDLED_POSTS];
    if (act === 'the removal of an account') posts.push(await addAccount(driver));
    await beginWriting(driver.page(), posts, RECOMMENDATION);
    const after = Math.round(random() * LONGEST[act]);
    if (act === 'an update to a new bundled index') {
      await rest(random() * LONGEST['nothing else']);
      await driver.update();
      await beginWriting(driver.page(), posts, RECOMMENDATION);
    }
    const removing = act === 'the removal of an account' ? removeAccount(driver).catch(() => null) : null;
    await rest(after);
    await driver.stop();
    await removing;
    // It goes on where it was interrupted.
    await rest(random() * 200);
    await endWriting(driver.page());
    if (act === 'the removal of an account') await removeAccount(driver);
    await driver.stop();
    return `${name}, ${act}: after ${after} ms`;
  }

  /** What is there, by the numbers of the changes that made it. */
  async function readWritten(posts: number) {
    const { items } = await driver.ask('listOwn', { kind: 'note', start: 0 });
    const followUps = await driver.ask('listOwn', { kind: 'follow-up', start: 0 });
    const notes = items.flatMap((note) => (note.kind === 'note' ? [note.texts] : []));
    expect(notes.map((texts) => texts.length)).toEqual(Array(posts).fill(1));
    expect(followUps.items).toHaveLength(1);
    const [followUp] = followUps.items;
    if (followUp?.kind !== 'follow-up') throw new Error('no follow-up');
    const changes = notes.map(([text = '']) => text.split(' ').map(Number) as [number, number]);
    return { notes: new Map(changes), evidence: followUp.evidence.map(({ id }) => Number(id)), followUp };
  }

  // What fails by chance must not pass at a second try.
  test.for(ACTS.map((act, at) => [act, moments[at] ?? 0] as const))(
    'lose nothing that was confirmed, and hold nothing twice, when it is stopped during %s, %i times',
    { retry: 0, timeout: 300_000 },
    async ([act, times]) => {
      for (let moment = 0; moment < times; moment += 1) {
        const how = await killDuring(act);
        console.log(how);
        const log = await readLog(driver.page());
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

/**
 * Has a page write one change after another, each of them asked for until it is confirmed. What was asked and confirmed
 * outlives the page.
 */
function beginWriting(page: Page, posts: readonly PostSubject[], recommendation: RecommendationSubject): Promise<void> {
  return page.evaluate(
    (subjects, recommended) => {
      type Counts = { asked: number; confirmed: number };
      const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Api;
      const stored = localStorage.getItem('own-log');
      const log: { notes: Counts[]; evidence: Counts } =
        stored === null ? { notes: [], evidence: { asked: 0, confirmed: 0 } } : JSON.parse(stored);
      const save = () => localStorage.setItem('own-log', JSON.stringify(log));
      const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
      const ask = async (name: string, request: unknown): Promise<unknown> => {
        for (;;) {
          const answer = await Promise.race([
            api.runtime.sendMessage({ name, request }).catch(() => undefined),
            wait(5000),
          ]);
          if (answer !== undefined) return answer;
          // Long enough that the background is seen stopped.
          await wait(200);
        }
      };
      const change = async (counts: Counts, make: (number: number) => Promise<unknown>) => {
        // What was asked for and not confirmed is asked for again.
        const number = counts.confirmed + 1;
        counts.asked = number;
        save();
        await make(number);
        counts.confirmed = number;
        save();
      };
      const writeAll = async () => {
        while (Reflect.get(globalThis, 'isWriting') === true) {
          for (const [at, subject] of subjects.entries()) {
            log.notes[at] ??= { asked: 0, confirmed: 0 };
            await change(log.notes[at], (number) =>
              ask('changeNote', {
                subject,
                from: number === 1 ? '' : `${at} ${number - 1}`,
                to: `${at} ${number}`,
              }),
            );
          }
          await change(log.evidence, (number) => {
            const texts = { address: 'https://gov.example/', title: 'Answer', quotation: '', remark: '' };
            const to = { id: String(number), day: null, ...texts };
            return ask('changeFollowUp', { subject: recommended, edit: { field: 'evidence', from: null, to } });
          });
        }
      };
      Object.assign(globalThis, { isWriting: true });
      Object.assign(globalThis, { writing: writeAll() });
    },
    posts,
    recommendation,
  );
}

async function endWriting(page: Page): Promise<void> {
  await page.evaluate(async () => {
    Object.assign(globalThis, { isWriting: false });
    await Reflect.get(globalThis, 'writing');
  });
}

function readLog(page: Page): Promise<Log> {
  return page.evaluate(() => JSON.parse(localStorage.getItem('own-log') ?? '{}'));
}
