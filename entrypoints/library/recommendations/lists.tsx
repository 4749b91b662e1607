import { showDay, showNumber } from '../../../components/dates.ts';
import { OwnDayField } from '../../../components/own/day-field.tsx';
import { sayChange } from '../../../components/own/follow-up-words.ts';
import { useLanguage, useWords } from '../../../components/words.ts';
import { groupByDay, type LineChange } from '../../../core/follow-up/history.ts';
import { lineKey, type RecommendationLine } from '../../../core/follow-up/line.ts';
import { addressOfRoute } from '../../../core/library-route.ts';
import { localDay } from '../../../core/local-day.ts';
import type { IsoDate } from '../../../core/model/ids.ts';

/** What is to be looked at again, the longest overdue first. */
export function DueList({ lines }: { readonly lines: readonly RecommendationLine[] }) {
  const translate = useWords();
  const language = useLanguage();
  if (lines.length === 0) return <p class="view-about">{translate('follow_nothing_due')}</p>;
  return (
    <ul class="follow-list">
      {lines.map((line) => (
        <li key={lineKey(line)} class="follow-item">
          <LineName line={line} />{' '}
          <span class="follow-state">
            {translate('follow_due_since', showDay(line.followUp?.checkOn ?? '', language))}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface SinceProps {
  readonly since: IsoDate | null;
  readonly changes: readonly LineChange[];
  readonly onSince: (since: IsoDate | null) => void;
}

/** What has changed since a day that its reader names, the newest first. */
export function ChangesSince({ since, changes, onSince }: SinceProps) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <>
      <OwnDayField label={translate('follow_since_day')} day={since} onChange={onSince} />
      {since !== null && changes.length === 0 && <p class="view-about">{translate('follow_nothing_since')}</p>}
      {changes.length > 0 && (
        <ol class="follow-list">
          {groupByDay(changes, localDay).map(({ day, line, changes: made }) => (
            <li key={`${day} ${lineKey(line)}`} class="follow-item">
              <time dateTime={day}>{showDay(day, language)}</time> · <LineName line={line} />
              <ul class="follow-made">
                {made.map((change) => (
                  <li key={JSON.stringify(change)} dir="auto">
                    {sayChange(translate, language, change)}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** A recommendation by its number, its publication and its words. */
function LineName({ line: { subject, state } }: { readonly line: RecommendationLine }) {
  const translate = useWords();
  const language = useLanguage();
  const { number, publication, words, post } = subject;
  const called = translate('copy_recommendation', showNumber(number, language));
  const about = publication === null ? '' : ` · ${publication.title}`;
  return (
    <>
      {state === 'gone' ? (
        called
      ) : (
        <a class="link" href={addressOfRoute({ view: 'post', id: post })}>
          {called}
        </a>
      )}
      <bdi>{about}</bdi>: <bdi>{words}</bdi>
    </>
  );
}
