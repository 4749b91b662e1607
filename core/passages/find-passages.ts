import type { Span } from '../text/sentences.ts';
import { withoutUnseen } from '../text/unseen-letters.ts';
import { findCandidates, type PassageCandidate } from './candidates.ts';
import { chooseCandidates } from './choose.ts';
import { TELLING } from './overlap.ts';
import { type PageWords, readPageWords } from './page-words.ts';
import { readProbes } from './probes.ts';
import type { Statement } from './statements.ts';

/** One to three neighbouring sentences of a paragraph, and the statements that are about them; offsets are within it. */
export interface Passage extends Span {
  /** The paragraph's place in the list that was asked. */
  readonly paragraph: number;
  /** The strongest first. */
  readonly statements: readonly StatementOfPassage[];
}

export interface StatementOfPassage {
  readonly id: string;
  /** Why: the words that it shares with the passage, as the page shows them, each once, in the page's order. */
  readonly words: readonly string[];
  /** How much speaks for it; from 0.3 where the page is what the statement is about, otherwise from 1, up to about 6. */
  readonly score: number;
}

/**
 * Finds what statements are about in a page, in the page's order. `paragraphs` are the texts of its blocks as they stand. A
 * statement of which nothing is found with confidence has no passage. Passages of different statements may overlap. Takes any
 * strings, never throws; linear in their length. How it decides: docs/decisions/0006-passages.md.
 */
export function findPassages(paragraphs: readonly string[], statements: readonly Statement[]): Passage[] {
  const page = readPageWords(paragraphs);
  const candidates = statements.flatMap((statement, number) =>
    readProbes(statement, number, page).flatMap((probe) => findCandidates(probe, page)),
  );
  const passages = new Map<string, Passage & { readonly statements: StatementOfPassage[] }>();
  for (const candidate of chooseCandidates(candidates, statements)) {
    const statement = {
      id: statements[candidate.probe.statement]?.id ?? '',
      words: wordsShared(candidate, page, paragraphs),
      score: candidate.strength,
    };
    const place = placeOf(candidate, page);
    const key = `${place.paragraph} ${place.start} ${place.end}`;
    const same = passages.get(key);
    if (same === undefined) passages.set(key, { ...place, statements: [statement] });
    else same.statements.push(statement);
  }
  return [...passages.values()].sort((a, b) => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end);
}

function placeOf({ first, last }: PassageCandidate, { sentences }: PageWords) {
  const { paragraph = 0, start = 0 } = sentences[first] ?? {};
  return { paragraph, start, end: sentences[last]?.end ?? start };
}

function wordsShared(
  { probe, stems, first, last }: PassageCandidate,
  page: PageWords,
  paragraphs: readonly string[],
): string[] {
  const words = new Map<string, string>();
  for (const { paragraph, terms } of page.sentences.slice(first, last + 1)) {
    for (const { stem, start, end } of terms) {
      if (!stems.has(stem) || (probe.weights.get(stem) ?? 0) <= TELLING) continue;
      const word = withoutUnseen(paragraphs[paragraph]?.slice(start, end) ?? '');
      if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), word);
    }
  }
  return [...words.values()];
}
