import { showAge, showDay, showNumber } from '../../components/dates.ts';
import { type Translate, useLanguage, useWords } from '../../components/words.ts';
import type { LibraryState } from '../../core/messages.ts';
import type { IsoDate } from '../../core/model.ts';
import { Group } from './controls.tsx';

interface Props {
  /** Null where it did not answer. */
  readonly library: LibraryState | null;
  readonly today: IsoDate;
}

export function LibraryGroup({ library, today }: Props) {
  const translate = useWords();
  return (
    <Group title={translate('options_library')} about={translate('options_library_about')}>
      {library?.feeds.map((feed) => (
        <FeedState key={feed.handle} feed={feed} today={today} />
      ))}
      <p class="row quiet">{library === null ? translate('page_failed') : whereKept(library, translate)}</p>
    </Group>
  );
}

function whereKept({ kept, version }: LibraryState, translate: Translate): string {
  return translate(kept === 'indexeddb' ? 'options_kept' : 'options_in_memory', version);
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
      <h3>
        {displayName} <bdi class="quiet">@{handle}</bdi>
      </h3>
      <dl class="counts">
        {counts.map(([words, count]) => (
          <div key={words}>
            <dt>{translate(words)}</dt>
            <dd>{showNumber(count, language)}</dd>
          </div>
        ))}
      </dl>
      {asOf !== null && (
        <p class="about">{translate('options_as_of', showDay(asOf, language), showAge(asOf, today, language))}</p>
      )}
    </div>
  );
}
