import { firstOf } from '../text/first-of.ts';
import { splitSentences } from '../text/sentences.ts';
import { withoutUnseen } from '../text/unseen-letters.ts';
import type { PageWords } from './page-words.ts';
import type { Statement } from './statements.ts';

/** A statement or one of its sentences, with what each of its words tells on the page. */
export interface Probe {
  /** The number of its statement. */
  readonly statement: number;
  readonly weights: ReadonlyMap<string, number>;
  /** Neighbouring words, as `pairOf` writes them. */
  readonly pairs: ReadonlySet<string>;
  /** The sum of the weights. */
  readonly weight: number;
}

/** UTF-16 units; the longest posts have 300, other networks' a few thousand. */
const MAX_STATEMENT_LENGTH = 4000;
/** Words of the publication's title: half of its paragraphs share them. */
const CONTEXT_WEIGHT = 0.4;

/** A statement says one thing as a whole, and one with each sentence: a passage may be about either. */
export function readProbes(statement: Statement, number: number, page: PageWords): Probe[] {
  const text = withoutUnseen(firstOf(statement.text, MAX_STATEMENT_LENGTH));
  const context = new Set(
    page.read(withoutUnseen(firstOf(statement.context, MAX_STATEMENT_LENGTH))).map(({ stem }) => stem),
  );
  const sentences = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  return [...new Set([text.trim(), ...sentences])].map((each) => {
    const stems = page.read(each).map(({ stem }) => stem);
    const weights = new Map(
      stems.map((stem) => [stem, page.weigh(stem) * (context.has(stem) ? CONTEXT_WEIGHT : 1)] as const),
    );
    const pairs = new Set(stems.slice(1).map((stem, index) => pairOf(stems[index] ?? '', stem)));
    return { statement: number, weights, pairs, weight: sum(weights.values()) };
  });
}

/** The same for "rule compliance" as for "comply with the rules". */
export function pairOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

export function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
