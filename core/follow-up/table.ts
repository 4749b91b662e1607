import type { IsoDate, PublicationId } from '../model/ids.ts';
import { PROGRESS, type Progress, RESPONSES, type Response } from '../model/own.ts';
import { onFirstUse } from '../on-first-use.ts';
import { isDue, type RecommendationLine, standingOf } from './line.ts';

export const COLUMNS = [
  'publication',
  'number',
  'section',
  'words',
  'response',
  'progress',
  'check-on',
  'evidence',
  'note',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Which recommendations a table has, and in which order; null for all of them. */
export interface TableAsked {
  readonly publication: PublicationId | null;
  readonly response: Response | null;
  readonly progress: Progress | null;
  readonly onlyDue: boolean;
  readonly onlyWithEvidence: boolean;
  /** Null for the library's own order. */
  readonly by: Column | null;
  readonly isDown: boolean;
}

export const WHOLE_TABLE: TableAsked = {
  publication: null,
  response: null,
  progress: null,
  onlyDue: false,
  onlyWithEvidence: false,
  by: null,
  isDown: false,
};

/** The lines that were asked for, in the order that was asked for. */
export function tableOf(
  lines: readonly RecommendationLine[],
  asked: TableAsked,
  today: IsoDate,
): readonly RecommendationLine[] {
  return sortLines(
    lines.filter((line) => isAsked(line, asked, today)),
    asked,
  );
}

function isAsked(line: RecommendationLine, asked: TableAsked, today: IsoDate): boolean {
  const { response, progress } = standingOf(line);
  return (
    (asked.publication === null || asked.publication === line.subject.publication?.id) &&
    (asked.response === null || asked.response === response) &&
    (asked.progress === null || asked.progress === progress) &&
    (!asked.onlyDue || isDue(line, today)) &&
    (!asked.onlyWithEvidence || countEvidence(line) > 0)
  );
}

/** Lines without what they are sorted by come last, up and down. */
function sortLines(lines: readonly RecommendationLine[], { by, isDown }: TableAsked): readonly RecommendationLine[] {
  if (by === null) return lines;
  const sign = isDown ? -1 : 1;
  return lines.toSorted((a, b) => {
    const [one, other] = [sortValue(a, by), sortValue(b, by)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * compare(one, other);
  });
}

/** Chapter 2 comes before chapter 10. */
const collator = onFirstUse(() => new Intl.Collator(undefined, { numeric: true }));

function compare(one: string | number, other: string | number): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : collator().compare(String(one), String(other));
}

function sortValue(line: RecommendationLine, column: Column): string | number | null {
  const { subject, followUp, isNoted } = line;
  switch (column) {
    case 'publication':
      return subject.publication?.title ?? null;
    case 'number':
      return subject.number;
    case 'section':
      return subject.section;
    case 'words':
      return subject.words;
    case 'response':
      return RESPONSES.indexOf(standingOf(line).response);
    case 'progress':
      return PROGRESS.indexOf(standingOf(line).progress);
    case 'check-on':
      return followUp?.checkOn ?? null;
    case 'evidence':
      return countEvidence(line);
    case 'note':
      return isNoted ? 1 : 0;
  }
}

export function countEvidence({ followUp }: Pick<RecommendationLine, 'followUp'>): number {
  return followUp?.evidence.length ?? 0;
}

/** What is to be looked at again by now, the longest overdue first. */
export function dueLines(lines: readonly RecommendationLine[], today: IsoDate): readonly RecommendationLine[] {
  return sortLines(
    lines.filter((line) => isDue(line, today)),
    { ...WHOLE_TABLE, by: 'check-on' },
  );
}
