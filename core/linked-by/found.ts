import { MAX_ADDRESS_LENGTH } from '../address/canonical.ts';
import type { Failure } from '../network/failure.ts';
import type { AskedSource, LinkedBySource, LinkedByState, LinkingPost } from '../protocol/linked-by.ts';
import { listOf, oneOf, orNull, type Read, shape, text, thoseOf, time, whole } from '../protocol/shapes.ts';
import { type FetchedPost, fetchedPostForm } from '../sources/fetched-post.ts';

/** A post that links to a page, and who said so. */
export interface FoundPost {
  readonly fetched: FetchedPost;
  readonly foundBy: LinkingPost['foundBy'];
}

/** What came of asking who links to a page, as it is kept for a day. */
export interface Found {
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  readonly addresses: readonly string[];
  readonly sources: readonly AskedSource[];
  readonly posts: readonly FoundPost[];
}

/** Milliseconds for which an answer is kept. */
const KEPT_FOR = 24 * 3_600_000;
/** Answers that are kept, the latest. */
export const MOST_ANSWERS = 20;
/** Posts of one page that are asked for. */
export const MOST_POSTS = 500;
const MOST_FORMS = 100;

const failure: Read<Failure> = (value) =>
  typeof value === 'object' && value !== null && 'kind' in value ? (value as Failure) : undefined;
const source = shape<AskedSource>({
  name: oneOf<LinkedBySource>('index', 'search', 'posts'),
  state: oneOf<LinkedByState>('answered', 'cut', 'too-many', 'refused', 'not-reached', 'not-offered', 'not-asked'),
  failure: orNull(failure),
  again: orNull(time),
  found: whole,
});
const found: Read<Found> = shape<Found>({
  askedAt: time,
  addresses: listOf(text(MAX_ADDRESS_LENGTH), MOST_FORMS),
  sources: listOf(source, MOST_FORMS),
  posts: thoseOf(
    shape<FoundPost>({
      fetched: fetchedPostForm,
      foundBy: listOf(oneOf<FoundPost['foundBy'][number]>('index', 'search'), 2),
    }),
    MOST_POSTS,
  ),
});

/** The answers that are stored, by their pages, without damaged posts, and without those that are damaged themselves, too old, or of a time to come. */
export function readAnswers(stored: unknown, now: number): ReadonlyMap<string, Found> {
  const all = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  return new Map(
    all.flatMap(([page, value]) => {
      const read = found(value);
      return read === undefined || read.askedAt > now || read.askedAt + KEPT_FOR <= now ? [] : [[page, read] as const];
    }),
  );
}

/** With another answer; the oldest go. */
export function withAnswer(answers: ReadonlyMap<string, Found>, page: string, latest: Found): Record<string, Found> {
  const others = [...answers].filter(([other]) => other !== page).sort(([, a], [, b]) => b.askedAt - a.askedAt);
  return Object.fromEntries([[page, latest] as const, ...others].slice(0, MOST_ANSWERS));
}
