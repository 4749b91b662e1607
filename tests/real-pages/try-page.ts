import type { Page } from 'puppeteer-core';
import { findTab } from '../../scripts/browsers/extension-pages.ts';
import type { Started } from '../../scripts/browsers/launch.ts';
import { type Picture, readPng } from '../e2e/png.ts';
import { seeCard, timeCards, tryCard } from './card.ts';
import { differing, shifted, type Tree } from './compare.ts';
import { keepLinks, linksInWindow, type ShownLink, showLink } from './in-page.ts';
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
}

/** Links of a page that are looked at one by one: those put in, and the first of its own. */
const LOOKED_AT = 12;
/** Milliseconds in which all links are marked, and in which a mark is drawn where its link is in the window. */
const MARKED_WITHIN = 5000;
const DRAWN_WITHIN = 3000;

interface Link {
  readonly name: string;
  readonly isMarked: boolean;
}

/** Opens a page with and without the extension, and tells what is not as it should be. */
export async function tryPage(browsers: Browsers, saved: SavedPage): Promise<Row> {
  const address = addressOf(saved);
  const [withIt, without] = await Promise.all([
    openVisit(browsers.withIt, address),
    openVisit(browsers.without, address),
  ]);
  try {
    const links = await waitForMarks(withIt.page);
    const misses = links
      .filter(({ isMarked }) => !isMarked)
      .map(({ name }) => miss('marks', name, 'the link has no mark'));
    const compared = await compareVisits(browsers.without, address, withIt, without);
    await without.page.evaluate(keepLinks, SLUG);
    const seen = await lookAtLinks(browsers, address, [withIt.page, without.page], links);
    return {
      page: saved.name,
      looked: { marks: links.length, ...compared.looked, ...seen.looked },
      misses: [...misses, ...seen.misses, ...compared.misses],
    };
  } catch (error) {
    const looked = { marks: 0, seen: 0, card: 0, errors: 0, tree: 0, shift: 0 };
    return { page: saved.name, looked, misses: [miss('marks', 'the page', `it cannot be looked at: ${error}`)] };
  } finally {
    await Promise.all([withIt, without].map(({ page }) => page.close().catch(() => null)));
  }
}

async function waitForMarks(page: Page): Promise<readonly Link[]> {
  const start = performance.now();
  for (;;) {
    const links = await page.evaluate(keepLinks, SLUG);
    if (links.every(({ isMarked }) => isMarked) || performance.now() - start > MARKED_WITHIN) return links;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
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
  { extension }: Browsers,
  address: string,
  pages: readonly [Page, Page],
  links: readonly Link[],
) {
  const [page] = pages;
  const tabId = await findTab(extension, address);
  await timeCards(extension, tabId);
  const rest = new Set(chooseLinks(links));
  const misses: Miss[] = [];
  let looked = 0;
  for (const index of rest) {
    const { shown, unseen } = await lookForMarks(pages, index, [...rest]);
    for (const each of shown) {
      rest.delete(each.index);
      looked += 1;
      const name = links[each.index]?.name ?? '';
      if (unseen.includes(each)) misses.push(miss('seen', name, 'the mark is not to be seen'));
      const why = await tryCard(page, () => seeCard(extension, tabId), each.point);
      if (why !== null) misses.push(miss('card', name, why));
    }
    rest.delete(index);
  }
  return { looked: { seen: looked, card: looked }, misses };
}

function chooseLinks(links: readonly Link[]): readonly number[] {
  const isPut = (index: number) => links[index]?.name.startsWith('put-');
  const indexes = links.flatMap(({ isMarked }, index) => (isMarked ? [index] : []));
  return indexes.toSorted((a, b) => Number(isPut(b)) - Number(isPut(a)) || a - b).slice(0, LOOKED_AT);
}

/** Brings a link into the window: those of all links that are in it, and those of them whose marks do not come to be seen. */
async function lookForMarks(pages: readonly [Page, Page], index: number, indexes: readonly number[]) {
  const start = performance.now();
  let before: Look | null = null;
  for (;;) {
    const now = await lookOnce(pages, index, indexes);
    const shown = now.links[0];
    const earlier = before;
    const unseen = earlier === null ? shown : shown.filter((link) => !isSeen(link, earlier, now));
    if (unseen.length === 0 || performance.now() - start > DRAWN_WITHIN) return { shown, unseen };
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

/** Whether a link's mark is to be seen now and before, where the link is in one place: parts that wait move what is below. */
function isSeen({ index, box }: ShownLink, before: Look, now: Look): boolean {
  const boxes = [before, now].flatMap(({ links }) =>
    links.map((each) => each.find((link) => link.index === index)?.box),
  );
  if (!boxes.every((each) => each !== undefined && isSameBox(each, box))) return false;
  return judgeMark([before.pictures[0], now.pictures[0]], [before.pictures[1], now.pictures[1]], box) !== 'unseen';
}

function isSameBox(one: Box, other: Box): boolean {
  return Math.abs(one.left - other.left) + Math.abs(one.top - other.top) < 1;
}

function miss(check: Check, place: string, why: string): Miss {
  return { check, place, why };
}
