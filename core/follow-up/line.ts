import type { IsoDate } from '../model/ids.ts';
import type { FollowUp, Progress, RecommendationSubject, Response } from '../model/own.ts';

/** A recommendation with what the reader found out about it. */
export interface RecommendationLine {
  /** As the library has it; where it no longer does, as it was when something was written about it. */
  readonly subject: RecommendationSubject;
  /** `changed`: its words are no longer those that the follow-up is about. */
  readonly state: 'present' | 'changed' | 'gone';
  readonly followUp: FollowUp | null;
  readonly isNoted: boolean;
  /** Where its post is to be read; null where that is not known. */
  readonly address: string | null;
  /** The day of its post; null where that is not known. */
  readonly day: IsoDate | null;
}

/** How a recommendation stands; nothing is inferred where the reader has said nothing. */
export interface Standing {
  readonly response: Response;
  readonly progress: Progress;
}

export const NOTHING_KNOWN: Standing = { response: 'none', progress: 'not-started' };

/** Gives the day of a time, in milliseconds since 1970, where the reader is. */
export type DayOf = (time: number) => IsoDate;

export function standingOf({ followUp }: Pick<RecommendationLine, 'followUp'>): Standing {
  return followUp ?? NOTHING_KNOWN;
}

/** Whether it is to be looked at again, today or since before. */
export function isDue({ followUp }: Pick<RecommendationLine, 'followUp'>, today: IsoDate): boolean {
  return followUp !== null && followUp.checkOn !== null && followUp.checkOn <= today;
}

/** Names a line among all, whatever is noted of it. */
export function lineKey({ subject, state, followUp }: RecommendationLine): string {
  return state === 'gone' && followUp !== null ? followUp.id : `${subject.post} ${subject.number}`;
}
