import type { LibraryState } from '../core/protocol/library-state.ts';
import { showDay } from './dates.ts';
import { LibraryNotice } from './library-notice.tsx';
import { useLanguage, useWords } from './words.ts';

/** Where what is shown comes from, and how old it is; keeps its room until the library has answered. */
export function Sources({ library }: { readonly library: LibraryState | null }) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <>
      <p class="sources">
        {library?.feeds.map(({ handle, displayName, asOf }) => (
          <span key={handle}>
            {translate('sources_feed', displayName, asOf === null ? '–' : showDay(asOf, language))}{' '}
          </span>
        ))}
      </p>
      <LibraryNotice class="sources" library={library} />
    </>
  );
}
