import { postAddress } from '../cite/bluesky.ts';
import { dayOfTime } from '../local-day.ts';
import type { IsoDate } from '../model/ids.ts';
import type { RecommendationSubject } from '../model/own.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { subjectOfRecommendation } from '../own/subjects.ts';

/** A recommendation that the library has. */
export interface ListedRecommendation {
  readonly subject: RecommendationSubject;
  /** Where its post is to be read; null where its source does not give it. */
  readonly address: string | null;
  /** The day of its post. */
  readonly day: IsoDate | null;
}

export function listRecommendation(
  recommendation: Recommendation,
  publication: Publication | null,
  post: Post | undefined,
): ListedRecommendation {
  return {
    subject: subjectOfRecommendation(recommendation, publication),
    address: post === undefined ? null : postAddress(post),
    day: post === undefined ? null : dayOfTime(post.time),
  };
}
