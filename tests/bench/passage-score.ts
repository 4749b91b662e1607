import { findPassages, type Passage } from '../../core/passages/find-passages.ts';
import type { Statement } from '../../core/passages/statements.ts';
import type { Expected, PassagePage } from './passage-pages.ts';

/** Counts of pairs of a statement and a passage. */
export interface PassageScore {
  readonly page: string;
  /** Passages found, and how many of them lie at least by half in what is expected for the statement. */
  readonly found: number;
  readonly right: number;
  /** Passages expected, and how many of them a found one touches. */
  readonly expected: number;
  readonly met: number;
  /** Statements for which any is expected, and for which any of those is met. */
  readonly statements: number;
  readonly statementsMet: number;
  readonly milliseconds: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

type Find = (paragraphs: readonly string[], statements: readonly Statement[]) => readonly Passage[];

export function scorePage(
  page: PassagePage,
  statements: readonly Statement[],
  find: Find = findPassages,
): PassageScore {
  const begun = performance.now();
  const passages = find(page.paragraphs, statements);
  const milliseconds = performance.now() - begun;
  const found = passages.flatMap(({ paragraph, start, end, statements: about }) =>
    about.map(({ id, words, score }) => ({ statement: id, paragraph, start, end, words, score })),
  );
  const isRight = (pair: Expected) =>
    page.expected.reduce((inside, each) => inside + overlap(pair, each), 0) * 2 >= pair.end - pair.start;
  const met = page.expected.filter((each) => found.some((pair) => overlap(pair, each) > 0));
  const quote = ({ paragraph, start, end }: Expected) =>
    (page.paragraphs[paragraph] ?? '').slice(start, end).replace(/\s+/g, ' ');
  return {
    page: page.name,
    found: found.length,
    right: found.filter(isRight).length,
    expected: page.expected.length,
    met: met.length,
    statements: countStatements(page.expected),
    statementsMet: countStatements(met),
    milliseconds,
    wrong: found
      .filter((pair) => !isRight(pair))
      .map((pair) => `${pair.statement} (${pair.words.join(', ')}; ${pair.score.toFixed(2)}): ${quote(pair)}`),
    missed: page.expected.filter((each) => !met.includes(each)).map((each) => `${each.statement}: ${quote(each)}`),
  };
}

/** Several pages' counts as one. */
export function addScores(page: string, scores: readonly PassageScore[]): PassageScore {
  const add = (count: (score: PassageScore) => number) => scores.reduce((sum, score) => sum + count(score), 0);
  return {
    page,
    found: add(({ found }) => found),
    right: add(({ right }) => right),
    expected: add(({ expected }) => expected),
    met: add(({ met }) => met),
    statements: add(({ statements }) => statements),
    statementsMet: add(({ statementsMet }) => statementsMet),
    milliseconds: add(({ milliseconds }) => milliseconds),
    wrong: scores.flatMap(({ wrong }) => wrong),
    missed: scores.flatMap(({ missed }) => missed),
  };
}

function countStatements(expected: readonly Expected[]): number {
  return new Set(expected.map(({ statement }) => statement)).size;
}

function overlap(one: Expected, other: Expected): number {
  if (one.statement !== other.statement || one.paragraph !== other.paragraph) return 0;
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}
