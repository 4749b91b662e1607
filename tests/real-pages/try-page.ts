import type { Page } from 'puppeteer-core';
import { findTab } from '../../scripts/browsers/extension-pages.ts';
import type { Started } from '../../scripts/browsers/launch.ts';
import { type Picture, readPng } from '../e2e/png.ts';
import { seeCard, timeCards, tryCard } from './card.ts';
import { differing, shifted, type Tree } from './compare.ts';
import { type KeptLink, keepLinks, linksInWindow, type ShownLink, showLink } from './in-page.ts';
import { type Box, judgeMark } from './judge-mark.ts';
import { SLUG } from './put-links.ts';
import { addressOf, type SavedPage } from './saved-pages.ts';
import type { Check, Miss, Row } from './table.ts';
import { openVisit, readVisit, type Visit } from './visit.ts';

/** A browser with the extension, one without it, and one of the extension's pages. */
export interface Browsers {
  readonly withIt: Started;
  readonly without: Started;
  readonly extension: Page;
  /** How many links of a page are looked at one by one: its own first, for it was written around them. */
  readonly links: number;
}

/** Milliseconds in which all links are marked, and in which a mark is drawn where its link is in the window. */
const MARKED_WITHIN = 5000;
const DRAWN_WITHIN = 3000;
/** Looks at least, for a browser that does much else takes a second for a picture. */
const LOOKS = 6;

/** Opens a page with and without the extension, and tells what is not as it should be. */
export async function tryPage(browsers: Browsers, saved: SavedPage): Promise<Row> {
  const address = addressOf(saved);
  const [withIt, without] = await Promise.all([
    openVisit(browsers.withIt, address),
    openVisit(browsers.without, address),
  ]);
  const nothing = { marks: 0, seen: 0, card: 0, errors: 0, tree: 0, shift: 0 };
  try {
    // Some saved pages send their readers on at once, to where nothing is.
    if (new URL(without.page.url()).origin !== new URL(address).origin)
      return { page: saved.name, looked: nothing, misses: [] };
    await waitForMarks([withIt.page]);
    const compared = await compareVisits(browsers.without, address, withIt, without);
    // What a page builds late has come by now; a link is known by its place among all, in both.
    const links = await waitForMarks([withIt.page, without.page]);
    const drawn = links.filter(({ isDrawn, isMarked }) => isDrawn || isMarked);
    const misses = drawn
      .filter(({ isMarked }) => !isMarked)
      .map(({ name }) => miss('marks', name, 'the link has no mark'));
    const seen = await lookAtLinks(browsers, [withIt.page, without.page], links);
    return {
      page: saved.name,
      looked: { marks: drawn.length, ...compared.looked, ...seen.looked },
      misses: [...misses, ...seen.misses, ...compared.misses],
    };
  } catch (error) {
    return {
      page: saved.name,
      looked: nothing,
      misses: [miss('marks', 'the page', `it cannot be looked at: ${error}`)],
    };
  } finally {
    await Promise.all([withIt, without].map(({ page }) => page.close().catch(() => null)));
  }
}

/** Keeps the links of each page until all of the first are marked and the others have the same; those of the first. */
async function waitForMarks([page, ...others]: readonly [Page, ...Page[]]): Promise<readonly KeptLink[]> {
  const start = performance.now();
  for (;;) {
    const [links, ...same] = await Promise.all([
      page.evaluate(keepLinks, SLUG),
      ...others.map((other) => other.evaluate(keepLinks, SLUG)),
    ]);
    const isMarked = links.every((link) => link.isMarked || !link.isDrawn);
    if ((isMarked && same.every((each) => haveSameNames(each, links))) || performance.now() - start > MARKED_WITHIN)
      return links;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function haveSameNames(some: readonly KeptLink[], others: readonly KeptLink[]): boolean {
  return some.length === others.length && some.every(({ name }, index) => name === others[index]?.name);
}

/** Errors, tree and places: where they differ, the page is opened without the extension once more, for pages differ from themselves. */
async function compareVisits(started: Started, address: string, withIt: Visit, without: Visit) {
  const [tree, other] = await Promise.all([readVisit(withIt), readVisit(without)]);
  const first = findDifferences(withIt, tree, [without], [other]);
  if (first.misses.length === 0) return first;
  const again = await openVisit(started, address);
  const another = await readVisit(again);
  await again.page.close();
  await without.page.bringToFront();
  return findDifferences(withIt, tree, [without, again], [other, another]);
}

function findDifferences(withIt: Visit, tree: Tree, without: readonly Visit[], trees: readonly Tree[]) {
  const errors = differing(
    withIt.errors,
    without.map((each) => each.errors),
  ).filter((line) => line.startsWith('+'));
  const lines = differing(
    tree.lines,
    trees.map((each) => each.lines),
  );
  const places = shifted(tree, trees);
  return {
    looked: { errors: 1, tree: 1, shift: places === null ? 0 : 1 },
    misses: [...few('errors', errors), ...few('tree', lines), ...few('shift', places ?? [])],
  };
}

/** One miss for a check, with its first reason. */
function few(check: Check, reasons: readonly string[]): readonly Miss[] {
  const [first] = reasons;
  return first === undefined ? [] : [miss(check, `${reasons.length} in all`, first.slice(0, 200))];
}

async function lookAtLinks(
  { extension, links: most }: Browsers,
  pages: readonly [Page, Page],
  links: readonly KeptLink[],
) {
  const [page] = pages;
  // Pages write into their own address.
  const tabId = await findTab(extension, await page.evaluate(() => location.href));
  await timeCards(extension, tabId);
  const rest = new Set(chooseLinks(links, most));
  const misses: Miss[] = [];
  let looked = 0;
  for (const index of rest) {
    for (const { link, why: unseen } of await lookForMarks(pages, index, [...rest])) {
      rest.delete(link.index);
      looked += 1;
      const name = links[link.index]?.name ?? '';
      if (unseen !== null) misses.push(miss('seen', name, unseen));
      const why = await tryCard(page, () => seeCard(extension, tabId), link.point);
      if (why !== null) misses.push(miss('card', name, why));
    }
    rest.delete(index);
  }
  return { looked: { seen: looked, card: looked }, misses };
}

function chooseLinks(links: readonly KeptLink[], most: number): readonly number[] {
  const isPut = (index: number) => links[index]?.name.startsWith('put-');
  const indexes = links.flatMap(({ isMarked }, index) => (isMarked ? [index] : []));
  return indexes.toSorted((a, b) => Number(isPut(a)) - Number(isPut(b)) || a - b).slice(0, most);
}

/** A link in the window, and why its mark is not to be seen, or null. */
interface Looked {
  readonly link: ShownLink;
  readonly why: string | null;
}

/** Brings a link into the window, and looks at all links there until their marks are seen, or do not come. */
async function lookForMarks(
  pages: readonly [Page, Page],
  index: number,
  indexes: readonly number[],
): Promise<readonly Looked[]> {
  const start = performance.now();
  let before = await lookOnce(pages, index, indexes);
  for (let looks = 2; ; looks += 1) {
    const now = await lookOnce(pages, index, indexes);
    const looked = now.links[0].map((link) => ({ link, why: whyUnseen(link, before, now) }));
    const isOver = looks >= LOOKS && performance.now() - start > DRAWN_WITHIN;
    if (isOver || looked.every(({ why }) => why === null)) return looked;
    before = now;
  }
}

/** A window with and without the extension. */
interface Look {
  readonly links: readonly [readonly ShownLink[], readonly ShownLink[]];
  readonly pictures: readonly [Picture, Picture];
}

async function lookOnce(
  [page, other]: readonly [Page, Page],
  index: number,
  indexes: readonly number[],
): Promise<Look> {
  const look = async (at: Page) => {
    await at.evaluate(showLink, index);
    const links = await at.evaluate(linksInWindow, index, indexes);
    return { links, picture: readPng(await at.screenshot()) };
  };
  const [one, two] = await Promise.all([look(page), look(other)]);
  return { links: [one.links, two.links], pictures: [one.picture, two.picture] };
}

/** Why a mark is not to be seen at two looks, or null. Parts of a page that wait move what is below them. */
function whyUnseen({ index, box }: ShownLink, before: Look, now: Look): string | null {
  const boxes = [before, now].flatMap(({ links }) =>
    links.map((each) => each.find((link) => link.index === index)?.box),
  );
  if (!boxes.every((each) => each !== undefined && isSameBox(each, box)))
    return 'the link does not come to rest where it is without the extension';
  const [pictures, later] = [before.pictures, now.pictures];
  const judged = judgeMark([pictures[0], later[0]], [pictures[1], later[1]], box);
  return judged === 'unseen' ? 'the mark is not to be seen' : null;
}

function isSameBox(one: Box, other: Box): boolean {
  return Math.abs(one.left - other.left) + Math.abs(one.top - other.top) < 1;
}

function miss(check: Check, place: string, why: string): Miss {
  return { check, place, why };
}
