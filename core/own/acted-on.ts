import { joinLines } from '../follow-up/join.ts';
import { listRecommendation } from '../follow-up/listed.ts';
import { scorecardOf } from '../follow-up/scorecard.ts';
import type { Gloss } from '../gloss/gloss.ts';
import type { OwnRecord } from '../model/own.ts';
import type { ActedOn } from '../protocol/own.ts';

/** How many of a gloss's recommendations were acted on, by what was written about it; null where none was followed up. */
export function countActedOn(
  written: readonly OwnRecord[],
  { sections, publication }: Pick<Gloss, 'sections' | 'publication'>,
): ActedOn | null {
  const followUps = written.filter(({ kind }) => kind === 'follow-up');
  if (followUps.length === 0) return null;
  const listed = sections.flatMap(({ recommendations }) =>
    recommendations.map((each) =>
      listRecommendation(each, each.publication === publication?.id ? publication : null, undefined),
    ),
  );
  const { actedOn, total } = scorecardOf(joinLines(listed, followUps));
  return total === 0 ? null : { actedOn, total };
}
