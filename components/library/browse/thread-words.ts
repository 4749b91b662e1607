import type { ThreadWords } from '../../../core/cite/thread-document.ts';
import type { FeedOrigin } from '../../../core/gloss/gloss.ts';
import type { PostTime } from '../../../core/model/ids.ts';
import type { Post } from '../../../core/model/post.ts';
import type { ThreadDetails } from '../../../core/protocol/library-page.ts';
import { showDay, showDayOf } from '../../dates.ts';
import { nameAuthor } from '../../quotes.ts';
import type { Translate } from '../../words.ts';

/** What a thread is called as a document: by what it is about, or by its day. */
export function titleOfThread(
  { thread, publication }: Pick<ThreadDetails, 'thread' | 'publication'>,
  translate: Translate,
  language: string | undefined,
): string {
  return publication === null
    ? translate('library_browse_thread_of', showDayOf(thread.time, language))
    : translate('library_browse_thread_about', publication.title);
}

/** What a document of a thread says beside its posts. */
export function wordsOfThread(details: ThreadDetails, translate: Translate, language: string | undefined): ThreadWords {
  const { thread, feed } = details;
  const { displayName, handle, asOf, origin } = feed;
  const day = asOf === null ? '–' : showDay(asOf, language);
  return {
    title: titleOfThread(details, translate, language),
    notes: [
      origin.kind === 'kept' ? translate('kept_from', day) : translate('feed_note', displayName, `@${handle}`, day),
      ...(origin.kind === 'text-page' ? [translate('feed_may_repost')] : []),
      ...(thread.start === 'shown' ? [] : [translate(`thread_start_${thread.start}`)]),
    ],
    notesOn: (post) => notesOnPost(post, feed, translate),
    showTime: (time) => showWritten(time, language),
  };
}

/** Whose a post is where it is not the feed's own, what its images show, and what it links to. */
export function notesOnPost(
  post: Post,
  feed: Pick<FeedOrigin, 'handle'> | null,
  translate: Translate,
): readonly string[] {
  const { author, isRepost, images, alternativeTexts, linkCard } = post;
  const shown =
    alternativeTexts.length > 0
      ? alternativeTexts.map((text) => translate('library_browse_image', text))
      : [images > 0 && translate('post_has_image')];
  return [
    isRepost === true && translate(author === null ? 'post_is_repost' : 'post_reposted'),
    author !== null && author.handle !== feed?.handle && translate('post_author', ...nameAuthor(author)),
    ...shown,
    linkCard !== null && translate('post_links_to', linkCard.title),
  ].filter((note) => note !== false);
}

/** The same wherever its reader is: an instant in UTC, another time as its source says it, without a zone. */
function showWritten(time: PostTime, language: string | undefined): string {
  return `${showDay(time.slice(0, 10), language)}, ${time.slice(11, 16)}${time.endsWith('Z') ? ' UTC' : ''}`;
}
