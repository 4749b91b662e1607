import type { ComponentChildren } from 'preact';
import type { LibraryState } from '../core/protocol/library-state.ts';
import { showDay, showNumber } from './dates.ts';
import { LibraryNotice } from './library-notice.tsx';
import { UpdateButton } from './update-button.tsx';
import { useLanguage, useWords } from './words.ts';

/** Feeds that have a line of their own: what is said of the page needs the room. */
const MOST_NAMED = 2;

interface Props {
  readonly library: LibraryState | null;
  /** What stands below it. */
  readonly children: ComponentChildren;
}

/**
 * Where what is shown comes from, and how old it is; keeps its room until the library has answered, and what stands below
 * it its place.
 */
export function Sources({ library, children }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const feeds = library?.feeds ?? [];
  const others = feeds.length - MOST_NAMED;
  return (
    <>
      <p class="sources sources-feeds">
        {feeds.slice(0, MOST_NAMED).map((feed) => {
          const { id, origin, displayName, asOf } = feed;
          const day = asOf === null ? '–' : showDay(asOf, language);
          return (
            <span key={id}>
              {origin.kind === 'kept' ? translate('kept_from', day) : translate('sources_feed', displayName, day)}{' '}
              {canUpdate(feed) && (
                <UpdateButton key={asOf} feed={feed.id} of={displayName} class="source-update" />
              )}{' '}
            </span>
          );
        })}
        {others > 0 && translate('sources_more', showNumber(others, language))}
      </p>
      <p class="sources sources-ways">{children}</p>
      <LibraryNotice class="sources" library={library} />
    </>
  );
}

/** Whether there is an account to read: of a page that was saved as text there is none. */
export function canUpdate({ origin, isBundled }: LibraryState['feeds'][number]): boolean {
  return isBundled || origin.kind === 'bluesky';
}
