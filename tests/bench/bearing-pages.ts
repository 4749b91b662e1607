import { readdirSync, readFileSync } from 'node:fs';
import type { BearingRecommendation } from '../../core/bearing/bearing.ts';
import { findBearing } from '../../core/bearing/find-bearing.ts';
import type { Feed } from '../../core/model/feed.ts';
import type { Expected } from './passage-pages.ts';
import { type PassageScore, scorePage } from './passage-score.ts';

/**
 * Pages that the finder was made on; those that it was first run on when it was done, and made better on after that;
 * those that were written before that and run when all was done; and those of another manner that were written after that.
 */
export const BEARING_GROUPS = ['tuned', 'held out first', 'held out second', 'held out third'] as const;
export type BearingGroup = (typeof BEARING_GROUPS)[number];

/** A page that was written for measuring, with what in it bears on which recommendation. */
export interface BearingPage {
  readonly name: string;
  /** The manner of page: an answer of the government, guidance, a committee's report, a debate, news, or another subject. */
  readonly kind: string;
  readonly group: BearingGroup;
  readonly blocks: readonly string[];
  readonly expected: readonly Expected[];
}

interface StoredPage {
  readonly kind: string;
  readonly blocks: readonly string[];
  readonly answers: readonly { readonly recommendation: number; readonly block: number; readonly text: string }[];
}

const FOLDER = new URL('../gold/bearing/', import.meta.url);

export function readBearingPages(): BearingPage[] {
  return readdirSync(FOLDER).sort().map(readPage);
}

function readPage(file: string): BearingPage {
  const { kind, blocks, answers } = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as StoredPage;
  const expected = answers.map(({ recommendation, block, text }) => {
    const start = blocks[block]?.indexOf(text) ?? -1;
    if (start < 0) throw new Error(`${file}: block ${block} does not hold "${text}"`);
    return { statement: `r${recommendation}`, paragraph: block, start, end: start + text.length };
  });
  return { name: file.replace('.json', ''), kind, group: groupOf(file), blocks, expected };
}

function groupOf(file: string): BearingGroup {
  return BEARING_GROUPS.find((group) => file.startsWith(group.split(' ').at(-1) ?? '')) ?? 'tuned';
}

/** All recommendations that feeds hold, by their numbers, as they are asked of a page. */
export function readBearingRecommendations(feeds: readonly Feed[]): BearingRecommendation[] {
  return feeds.flatMap(({ recommendations, publications }) => {
    const titles = new Map(publications.map(({ id, title }) => [id, title]));
    return recommendations.map(({ number, text, publication }) => ({
      id: `r${number}`,
      text,
      context: (publication === null ? null : titles.get(publication)) ?? '',
    }));
  });
}

/** As passages of reports are counted: a pair of a recommendation and a passage is right if half of it lies in a marked one. */
export function scoreBearing(page: BearingPage, recommendations: readonly BearingRecommendation[]): PassageScore {
  const { name, blocks, expected } = page;
  return scorePage({ name, title: '', heading: '', canonical: '', paragraphs: blocks, expected }, [], () =>
    findBearing(recommendations, blocks).map(({ recommendation, blockIndex, start, end, words, score }) => ({
      paragraph: blockIndex,
      start,
      end,
      statements: [
        {
          id: recommendation,
          words: words.map((word) => (blocks[blockIndex] ?? '').slice(word.start, word.end)),
          score,
        },
      ],
    })),
  );
}
