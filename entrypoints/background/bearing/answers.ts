import { canonicalAddress } from '../../../core/address/canonical.ts';
import { withoutFragment } from '../../../core/address/without-fragment.ts';
import type { Bearing } from '../../../core/bearing/bearing.ts';
import { findBearingInSteps } from '../../../core/bearing/find-bearing.ts';
import { quoteOf, tidy } from '../../../core/bearing/quote.ts';
import type { OwnRecord, RecommendationSubject } from '../../../core/model/own.ts';
import type {
  BearingPassage,
  BearingRequests,
  FoundBearing,
  PageBearing,
  PageEvidence,
  PassagePlace,
} from '../../../core/protocol/bearing.ts';
import { markedIds, pageBlocks, quote as quoteForm } from '../../../core/protocol/bearing-forms.ts';
import type { Answers } from '../../../core/protocol/wire.ts';
import { inTurns, type Turns } from '../../../core/steps.ts';
import type { Content } from '../library/content.ts';
import { chooseRecommendations, listChoices } from './choose.ts';
import { type BearingBrowser, createBearingPage } from './page.ts';

export interface BearingDoors {
  readonly browser: BearingBrowser;
  readonly library: () => Promise<Pick<Content, 'listRecommendations'>>;
  readonly readOwn: () => Promise<readonly OwnRecord[]>;
}

/** What was found last, in session storage: a popup is gone as soon as its reader looks at the page. */
const LAST_KEY = 'last-bearing';
/** Other questions wait for so long. */
const TURNS: Turns = {
  length: 8,
  now: () => performance.now(),
  rest: () => new Promise((resolve) => setTimeout(resolve)),
};
/** Passages of one page; the surest are kept. */
const MOST_PASSAGES = 200;

/** Answers what on a page bears on recommendations; nothing is read before the reader asks, and nothing leaves the browser. */
export function createBearingAnswers({ browser, library, readOwn }: BearingDoors): Answers<BearingRequests, unknown> {
  const page = createBearingPage(browser);
  const { session } = browser.storage;
  const readTab = async (tabId: number) => {
    const { url = '', title = '' } = await browser.tabs.get(tabId).catch(() => ({ url: '', title: '' }));
    return { address: url, title };
  };
  const evidenceOf = async (tabId: number): Promise<readonly PageEvidence[]> => {
    const [{ address }, own] = await Promise.all([readTab(tabId), readOwn()]);
    return findEvidence(own, address);
  };
  return {
    async lookForBearing({ tabId, scope: wanted }) {
      if (!(await page.prepare(tabId))) return { kind: 'closed' };
      const [tab, content, own] = await Promise.all([readTab(tabId), library(), readOwn().catch(() => [])]);
      const { subjects, ...chosen } = await chooseRecommendations(content, own, wanted);
      if (subjects.length === 0) return { kind: 'none' };
      const read = pageBlocks(await page.ask(tabId, 'readBlocks', {}));
      if (read === undefined) return { kind: 'closed' };
      const { blocks, ...about } = read;
      const asked = subjects.map(({ words, publication }, place) => ({
        id: String(place),
        text: words,
        context: publication?.title ?? '',
      }));
      const bearings = keepSurest(await inTurns(findBearingInSteps(asked, blocks), TURNS));
      if (bearings.length > 0) await page.style(tabId);
      const isMarked = await page.ask(tabId, 'markPassages', { passages: placesOf(bearings) });
      if (isMarked === null) return { kind: 'left' };
      const found = group(bearings, subjects, blocks);
      const bearing: PageBearing = { ...tab, ...about, ...chosen, recommendations: subjects.length, found };
      // What is not kept is only looked for once more.
      await session.set({ [LAST_KEY]: { tabId, bearing } }).catch(() => null);
      return { kind: 'looked', bearing };
    },
    async readBearing({ tabId }) {
      const stored = (await session.get(LAST_KEY).catch(() => ({})))[LAST_KEY as never] as Last | undefined;
      if (stored?.tabId !== tabId) return null;
      const { address } = await readTab(tabId);
      return withoutFragment(stored.bearing.address) === withoutFragment(address) ? stored.bearing : null;
    },
    showBearing: async ({ tabId, id }) => (await page.ask(tabId, 'showPassage', { id })) === true,
    async listChoices() {
      const [content, own] = await Promise.all([library(), readOwn().catch(() => [])]);
      return listChoices(content, own);
    },
    async readSelection({ tabId }) {
      if (!(await page.prepare(tabId))) return null;
      return quoteForm(await page.ask(tabId, 'readSelected', {})) ?? null;
    },
    findPageEvidence: ({ tabId }) => evidenceOf(tabId),
    async markPageEvidence({ tabId }) {
      const quoted = (await evidenceOf(tabId)).filter(({ evidence }) => evidence.quotation.trim() !== '');
      if (!(await page.prepare(tabId))) return null;
      const quotes = quoted.map(({ evidence: { id, quotation, around } }) => ({
        id,
        exact: quotation,
        prefix: around?.prefix ?? '',
        suffix: around?.suffix ?? '',
      }));
      if (quotes.length > 0) await page.style(tabId);
      const ids = markedIds(await page.ask(tabId, 'markQuotes', { quotes }));
      return ids === undefined ? null : { ids };
    },
  };
}

interface Last {
  readonly tabId: number;
  readonly bearing: PageBearing;
}

function keepSurest(bearings: readonly Bearing[]): readonly Bearing[] {
  if (bearings.length <= MOST_PASSAGES) return bearings;
  const surest = new Set(bearings.toSorted((one, other) => other.score - one.score).slice(0, MOST_PASSAGES));
  return bearings.filter((each) => surest.has(each));
}

/** Each stretch once, however many recommendations it bears on. */
function placesOf(bearings: readonly Bearing[]): readonly PassagePlace[] {
  const byId = new Map(bearings.map((each) => [idOf(each), each]));
  return Array.from(byId, ([id, { blockIndex, start, end }]) => ({ id, block: blockIndex, start, end }));
}

function idOf({ blockIndex, start, end }: Bearing): string {
  return `passage ${blockIndex} ${start} ${end}`;
}

function group(
  bearings: readonly Bearing[],
  subjects: readonly RecommendationSubject[],
  blocks: readonly string[],
): readonly FoundBearing[] {
  const byId = Map.groupBy(bearings, ({ recommendation }) => recommendation);
  return subjects.flatMap((subject, place) => {
    const own = byId.get(String(place)) ?? [];
    return own.length === 0 ? [] : [{ subject, passages: own.map((each) => passageOf(each, blocks)) }];
  });
}

function passageOf(bearing: Bearing, blocks: readonly string[]): BearingPassage {
  const { blockIndex, start, end, words } = bearing;
  const block = blocks[blockIndex] ?? '';
  const said = words.map((word) => tidy(block.slice(word.start, word.end)));
  return { id: idOf(bearing), quote: quoteOf(block, start, end), words: eachOnce(said) };
}

/** In the form in which it stands first. */
function eachOnce(words: readonly string[]): readonly string[] {
  const byForm = new Map(words.toReversed().map((word) => [word.toLowerCase(), word]));
  return [...byForm.values()].toReversed();
}

function findEvidence(own: readonly OwnRecord[], address: string): readonly PageEvidence[] {
  const here = canonicalAddress(address);
  if (here === null) return [];
  return own
    .filter((record) => record.kind === 'follow-up')
    .toSorted((one, other) => other.changed - one.changed)
    .flatMap(({ evidence, subject }) =>
      evidence.filter((each) => canonicalAddress(each.address) === here).map((each) => ({ evidence: each, subject })),
    );
}
