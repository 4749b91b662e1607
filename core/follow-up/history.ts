import type { IsoDate } from '../model/ids.ts';
import type { FollowUp, FollowUpChange } from '../model/own.ts';
import { type DayOf, lineKey, NOTHING_KNOWN, type RecommendationLine, type Standing } from './line.ts';
import { countStandings, type Scorecard } from './scorecard.ts';

/** A change, and of what. */
export interface LineChange {
  readonly line: RecommendationLine;
  readonly change: FollowUpChange;
}

/** Every change on a day or after it, the newest first. */
export function changesSince(lines: readonly RecommendationLine[], day: IsoDate, dayOf: DayOf): readonly LineChange[] {
  return lines
    .flatMap((line) => (line.followUp?.history ?? []).map((change) => ({ line, change })))
    .filter(({ change }) => dayOf(change.at) >= day)
    .toSorted((a, b) => b.change.at - a.change.at);
}

/** What was changed of one recommendation on one day. */
export interface DayChanges {
  readonly day: IsoDate;
  readonly line: RecommendationLine;
  readonly changes: readonly FollowUpChange[];
}

/** The changes of each recommendation on each day together; days, recommendations and changes in the order given. */
export function groupByDay(changes: readonly LineChange[], dayOf: DayOf): readonly DayChanges[] {
  const groups = Map.groupBy(changes, ({ line, change }) => `${dayOf(change.at)} ${lineKey(line)}`);
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ line, change }) => ({
      day: dayOf(change.at),
      line,
      changes: group.map((each) => each.change),
    })),
  );
}

/** How many stood how at the end of a month. */
export interface MonthStanding extends Scorecard {
  /** `YYYY-MM`. */
  readonly month: string;
}

/** From the month of the first change to today's, each as it was at its end; none where nothing was changed yet. */
export function standingsByMonth(
  lines: readonly RecommendationLine[],
  today: IsoDate,
  dayOf: DayOf,
): readonly MonthStanding[] {
  const counted = lines.filter(({ state }) => state !== 'gone');
  const months = counted.flatMap(({ followUp }) => (followUp?.history ?? []).map(({ at }) => monthOf(dayOf(at))));
  const [first] = months.toSorted();
  if (first === undefined) return [];
  return monthsFrom(first, monthOf(today)).map((month) => ({
    month,
    ...countStandings(counted.map(({ followUp }) => standingAtEnd(followUp, month, dayOf))),
  }));
}

/** As the changes until then left it, in the order in which they were made, whichever they are stored in. */
function standingAtEnd(followUp: FollowUp | null, month: string, dayOf: DayOf): Standing {
  let standing = NOTHING_KNOWN;
  for (const change of (followUp?.history ?? []).toSorted((a, b) => a.at - b.at)) {
    if (monthOf(dayOf(change.at)) > month) break;
    if (change.field === 'response') standing = { ...standing, response: change.to };
    if (change.field === 'progress') standing = { ...standing, progress: change.to };
  }
  return standing;
}

function monthOf(day: IsoDate): string {
  return day.slice(0, 'YYYY-MM'.length);
}

function monthsFrom(first: string, last: string): readonly string[] {
  const months = [first];
  for (let month = first; month < last; months.push(month)) month = nextMonth(month);
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, ofYear = 1] = month.split('-').map(Number);
  const next = ofYear === 12 ? [year + 1, 1] : [year, ofYear + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`;
}
