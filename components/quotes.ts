import { postAddress } from '../core/cite/bluesky.ts';
import { quote } from '../core/cite/quote.ts';
import type { FeedOrigin } from '../core/gloss/gloss.ts';
import type { IsoDate, PostTime } from '../core/model/ids.ts';
import type { Author, Post } from '../core/model/post.ts';
import type { Publication } from '../core/model/publication.ts';
import type { Recommendation } from '../core/model/recommendation.ts';
import { showDay, showMinute, showNumber } from './dates.ts';
import type { Translate } from './words.ts';

/** What a quotation says of where it is from; the feed is undefined where the gloss does not tell it. */
export interface QuotedFrom {
  /** When the post was written, or its day, by whom, and where it is; null is not known. */
  readonly time: PostTime | IsoDate;
  readonly author: Author | null;
  readonly address: string | null;
  readonly feed: FeedOrigin | undefined;
  readonly publication: Pick<Publication, 'title'> | null;
}

/** A post, and where it is from. */
export interface QuotedPost extends Omit<QuotedFrom, 'time' | 'author' | 'address'> {
  readonly post: Post;
}

/** A post's text with the feed it is in, its time there and what it is about; its author and its own address where they are known. */
export function quotePost(translate: Translate, language: string | undefined, post: QuotedPost): string {
  return quote(post.post.text, sourceOf(translate, language, { ...post, ...originalOf(post.post) }));
}

/** A recommendation in the words of a post, with its number, its section and that post's source. */
export function quoteRecommendation(
  translate: Translate,
  language: string | undefined,
  { number, section, text }: Recommendation,
  source: QuotedFrom,
): string {
  const called =
    section === null
      ? translate('copy_recommendation', showNumber(number, language))
      : translate('copy_recommendation_in', showNumber(number, language), section);
  return quote(text, [called, ...sourceOf(translate, language, source)]);
}

/** What a quotation says of a post itself. */
export function originalOf(post: Post): Pick<QuotedFrom, 'time' | 'author' | 'address'> {
  return { time: post.time, author: post.author, address: postAddress(post) };
}

/** As two parts of a sentence. */
export function nameAuthor({ displayName, handle }: Author): readonly [string, string] {
  return [displayName === '' ? handle : displayName, `@${handle}`];
}

function sourceOf(
  translate: Translate,
  language: string | undefined,
  { time: written, author, address, feed, publication }: QuotedFrom,
): string[] {
  const time = showWhen(written, language);
  const about = publication === null ? [] : [translate('copy_about', publication.title)];
  const original = address === null ? [] : [address];
  if (author !== null) return [translate('copy_by', ...nameAuthor(author), time), ...original, ...about];
  if (feed === undefined) return [time, ...original, ...about];
  const { displayName, handle, asOf } = feed;
  const known = asOf === null ? [] : [translate('copy_as_of', showDay(asOf, language))];
  return [[translate('copy_in_feed', displayName, `@${handle}`, time), ...known].join(' '), ...original, ...about];
}

function showWhen(time: string, language: string | undefined): string {
  return time.includes('T') ? showMinute(time, language) : showDay(time, language);
}
