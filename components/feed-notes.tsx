import type { FeedNote } from '../core/gloss.ts';
import { showDay } from './dates.ts';
import { useWords } from './words.ts';

/** Where the posts come from, how fresh they are, and what is not known of them. */
export function FeedNotes({ feeds }: { readonly feeds: readonly FeedNote[] }) {
  const translate = useWords();
  if (feeds.length === 0) return null;
  return (
    <footer>
      {feeds.map(({ handle, displayName, asOf }) => (
        <p key={handle}>
          {translate('feed_note', displayName, `@${handle}`, asOf === null ? '–' : showDay(asOf))}{' '}
          {translate('feed_may_repost')}
        </p>
      ))}
    </footer>
  );
}
