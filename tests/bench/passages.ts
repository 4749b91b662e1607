import { parseArgs } from 'node:util';
import { findPassages } from '../../core/passages/find-passages.ts';
import type { Statement } from '../../core/passages/statements.ts';
import { readSeeds } from '../../scripts/bundled-index.ts';
import { measureBearing, type ScoredGroup, timeBearing } from './bearing-report.ts';
import { PAGES, type PassagePage, readPage, readStatements } from './passage-pages.ts';
import { addScores, type PassageScore, scorePage } from './passage-score.ts';

/**
 * `npm run bench:passages`: how many of the passages found are right, and how many of those that are there are found;
 * on every page all statements are looked for, whatever they are about, at once and one at a time. `--wrong` lists what is wrong and what is missed,
 * `--json` prints the figures as JSON.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean' }, wrong: { type: 'boolean' } } });
const ROUNDS = 15;
const STATEMENTS = 40;
const WORDS = 10_000;

const feeds = await readSeeds();
const statements = readStatements(feeds);
const groups = Object.entries(PAGES).map(([group, names]) => {
  const read = names.map(readPage);
  const pages = read.map((page) => scorePage(page, statements));
  const alone = read.flatMap((page) => statements.map((statement) => scoreAlone(page, statement)));
  return { group, pages, total: addScores(`all ${group}`, pages), alone: addScores('each statement alone', alone) };
});
const report = makeReport();
const first = time(report);
const times = Array.from({ length: ROUNDS }, () => time(report)).toSorted((a, b) => a - b);
const timing = { words: WORDS, statements: STATEMENTS, first, median: times[ROUNDS >> 1] ?? 0 };
const bearing = { groups: measureBearing(feeds), timing: timeBearing(feeds) };

if (values.json) console.log(JSON.stringify({ groups, timing, bearing }, null, 2));
else print();

function print(): void {
  console.log('page                    found  right  precision   expected  met  recall   notes  met');
  for (const group of groups) printGroup(group);
  console.log(
    `\n${timing.words} words and ${timing.statements} statements: ${timing.first.toFixed(0)} ms, then ${timing.median.toFixed(0)} ms (median of ${ROUNDS})`,
  );
  console.log('\nWhat bears on recommendations, on any page (notes: recommendations)');
  for (const group of bearing.groups) printGroup(group);
  const { words, recommendations, first: cold, median, longestStep } = bearing.timing;
  console.log(
    `\n${words} words and ${recommendations} recommendations: ${cold.toFixed(0)} ms of processor time, then ${median.toFixed(0)} (median), the longest step ${longestStep.toFixed(1)} ms`,
  );
}

function printGroup({ group, pages, total, alone }: ScoredGroup): void {
  console.log(`\n${group}`);
  for (const score of [...pages, total, alone]) console.log(lineOf(score));
  if (values.wrong) for (const line of total.wrong) console.log(`  wrong ${line}`);
  if (values.wrong) for (const line of total.missed) console.log(`  missed ${line}`);
}

function lineOf({ page, found, right, expected, met, statements: about, statementsMet }: PassageScore): string {
  const share = (part: number, whole: number) => (whole === 0 ? '' : (part / whole).toFixed(3));
  const cells = [found, right, share(right, found), expected, met, share(met, expected), about, statementsMet];
  const widths = [5, 7, 11, 11, 5, 8, 8, 5];
  return page.padEnd(24) + cells.map((cell, index) => String(cell).padStart(widths[index] ?? 0)).join('');
}

/** As if the feeds held nothing else, so that no other statement supports it or is a better fit. */
function scoreAlone(page: PassagePage, statement: Statement): PassageScore {
  return scorePage({ ...page, expected: page.expected.filter((each) => each.statement === statement.id) }, [statement]);
}

/** The paragraphs of all pages, as many as make a long report. */
function makeReport(): string[] {
  const paragraphs = Object.values(PAGES).flatMap((names) => names.flatMap((name) => readPage(name).paragraphs));
  let words = 0;
  return paragraphs.filter((paragraph) => {
    words += paragraph.split(/\s+/).length;
    return words <= WORDS;
  });
}

function time(paragraphs: readonly string[]): number {
  const begun = performance.now();
  findPassages(paragraphs, statements.slice(0, STATEMENTS));
  return performance.now() - begun;
}
