import { findBearingInSteps } from '../../core/bearing/find-bearing.ts';
import type { Feed } from '../../core/model/feed.ts';
import { BEARING_GROUPS, readBearingPages, readBearingRecommendations, scoreBearing } from './bearing-pages.ts';
import { addScores, type PassageScore } from './passage-score.ts';

export interface ScoredGroup {
  readonly group: string;
  /** One for each page, or for each kind of page. */
  readonly pages: readonly PassageScore[];
  readonly total: PassageScore;
  /** As if nothing else were looked for. */
  readonly alone: PassageScore;
}

const ROUNDS = 15;
const WORDS = 50_000;

/** Counts by kind of page, of pages that the finder was made on and of those held out. */
export function measureBearing(feeds: readonly Feed[]): ScoredGroup[] {
  const recommendations = readBearingRecommendations(feeds);
  const pages = readBearingPages();
  return BEARING_GROUPS.map((group) => {
    const own = pages.filter((page) => page.group === group);
    const scores = own.map((page) => scoreBearing(page, recommendations));
    const byKind = [...Map.groupBy(own.keys(), (index) => own[index]?.kind ?? '')].map(([kind, indices]) =>
      addScores(
        kind,
        indices.flatMap((index) => scores[index] ?? []),
      ),
    );
    const alone = own.flatMap((page) =>
      recommendations.map((each) =>
        scoreBearing({ ...page, expected: page.expected.filter(({ statement }) => statement === each.id) }, [each]),
      ),
    );
    return {
      group,
      pages: byKind,
      total: addScores(`all ${group}`, scores),
      alone: addScores('each one alone', alone),
    };
  });
}

/** How long a page of 50,000 words takes, made of all pages again and again; milliseconds of processor time. */
export function timeBearing(feeds: readonly Feed[]) {
  const recommendations = readBearingRecommendations(feeds);
  const blocks = makeLongPage();
  const run = () => {
    const steps = findBearingInSteps(recommendations, blocks);
    const times: number[] = [];
    for (let isOver = false; !isOver; ) {
      const before = process.cpuUsage();
      isOver = steps.next().done === true;
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
    }
    return { all: times.reduce((sum, time) => sum + time, 0), longest: Math.max(...times) };
  };
  const first = run();
  const runs = Array.from({ length: ROUNDS }, run);
  const medianOf = (values: number[]) => values.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
  return {
    words: WORDS,
    recommendations: recommendations.length,
    first: first.all,
    median: medianOf(runs.map(({ all }) => all)),
    longestStep: medianOf(runs.map(({ longest }) => longest)),
  };
}

export function makeLongPage(): string[] {
  const all = readBearingPages().flatMap(({ blocks }) => blocks);
  const blocks: string[] = [];
  for (let words = 0, index = 0; words < WORDS; index += 1) {
    const block = all[index % all.length] ?? '';
    words += block.split(/\s+/).length;
    blocks.push(block);
  }
  return blocks;
}
