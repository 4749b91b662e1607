import { sayAge } from '../../components/ago.ts';
import { Group } from '../../components/controls.tsx';
import { showDay, showNumber } from '../../components/dates.ts';
import { LibraryNotice } from '../../components/library-notice.tsx';
import type { PaneActions } from '../../components/pane-actions.ts';
import { canUpdate } from '../../components/sources.tsx';
import { UpdateButton, Updating } from '../../components/update-button.tsx';
import { useUpdate } from '../../components/use-update.tsx';
import { useLanguage, useWords } from '../../components/words.ts';
import { addressOfRoute } from '../../core/library-route.ts';
import type { IsoDate } from '../../core/model/ids.ts';
import type { LibraryState } from '../../core/protocol/library-state.ts';

/** Null where it could not be loaded. */
export type LibraryAnswer = LibraryState | 'waiting' | null;

interface Props {
  readonly library: LibraryAnswer;
  readonly today: IsoDate;
  readonly onTryAgain: () => void;
  readonly onUpdate: PaneActions['onUpdate'];
}

export function LibraryGroup({ library, today, onTryAgain, onUpdate }: Props) {
  const translate = useWords();
  const update = useUpdate(onUpdate);
  return (
    <Updating.Provider value={update}>
      <Group title={translate('options_library')} about={translate('options_library_about')}>
        {library === 'waiting' && <p class="row paragraph quiet">{translate('options_library_waiting')}</p>}
        {library === null && (
          <div class="row">
            <p class="paragraph quiet">{translate('page_failed')}</p>
            <button type="button" class="button" onClick={onTryAgain}>
              {translate('page_try_again')}
            </button>
          </div>
        )}
        {library !== null && library !== 'waiting' && <Held library={library} today={today} />}
        <p class="row paragraph">
          <a class="link" href={addressOfRoute({ view: 'accounts' })}>
            {translate('options_accounts')}
          </a>
        </p>
      </Group>
    </Updating.Provider>
  );
}

/** What the library holds, and where it is. */
function Held({ library, today }: { readonly library: LibraryState; readonly today: IsoDate }) {
  const translate = useWords();
  return (
    <>
      {library.feeds.map((feed) => (
        <FeedState key={feed.id} feed={feed} today={today} />
      ))}
      <LibraryNotice class="row paragraph quiet" library={library} />
      {library.because === null && <p class="row paragraph quiet">{translate('options_kept')}</p>}
    </>
  );
}

/** What one feed holds, and how old it is. */
function FeedState({ feed, today }: { readonly feed: LibraryState['feeds'][number]; readonly today: IsoDate }) {
  const translate = useWords();
  const language = useLanguage();
  const { displayName, handle, asOf, posts, recommendations, publications } = feed;
  const counts = [
    ['options_posts', posts],
    ['options_recommendations', recommendations],
    ['options_publications', publications],
  ] as const;
  return (
    <div class="row feed">
      <h3 class="label">
        {displayName} <bdi class="quiet">@{handle}</bdi>
      </h3>
      <dl class="feed-counts">
        {counts.map(([words, count]) => (
          <div key={words} class="feed-count">
            <dt>{translate(words)}</dt>
            <dd>{showNumber(count, language)}</dd>
          </div>
        ))}
      </dl>
      {asOf !== null && (
        <p class="about">
          {translate('options_as_of', showDay(asOf, language), sayAge(translate, language, asOf, today))}
        </p>
      )}
      {canUpdate(feed) && (
        <p class="about feed-update">
          <UpdateButton key={asOf} feed={feed.id} of={displayName} class="button" />
        </p>
      )}
    </div>
  );
}
