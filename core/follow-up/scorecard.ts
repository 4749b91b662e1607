import { PROGRESS, type Progress, RESPONSES, type Response } from '../model/own.ts';
import { type RecommendationLine, type Standing, standingOf } from './line.ts';

/** How many recommendations stand how. */
export interface Scorecard {
  readonly total: number;
  readonly actedOn: number;
  readonly responses: Readonly<Record<Response, number>>;
  readonly progress: Readonly<Record<Progress, number>>;
}

/** Acted on is what was done, wholly or in part; what is under way is not yet. */
export function isActedOn({ progress }: Standing): boolean {
  return progress === 'done' || progress === 'done-in-part';
}

/** Counts the recommendations that the library has; those that are gone are told of by themselves. */
export function scorecardOf(lines: readonly Pick<RecommendationLine, 'followUp' | 'state'>[]): Scorecard {
  return countStandings(lines.filter(({ state }) => state !== 'gone').map(standingOf));
}

export function countStandings(standings: readonly Standing[]): Scorecard {
  const count = <Value>(values: readonly Value[], value: Value) => values.filter((each) => each === value).length;
  const responses = standings.map(({ response }) => response);
  const progress = standings.map((each) => each.progress);
  return {
    total: standings.length,
    actedOn: standings.filter(isActedOn).length,
    responses: recordOf(RESPONSES, (value) => count(responses, value)),
    progress: recordOf(PROGRESS, (value) => count(progress, value)),
  };
}

function recordOf<Name extends string>(
  names: readonly Name[],
  countOf: (name: Name) => number,
): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name) => [name, countOf(name)])) as Record<Name, number>;
}

/** The lines of each publication, in the order in which they are met; those of none under null. */
export function byPublication(
  lines: readonly RecommendationLine[],
): ReadonlyMap<string | null, readonly RecommendationLine[]> {
  return Map.groupBy(lines, ({ subject }) => subject.publication?.id ?? null);
}
