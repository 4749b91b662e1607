import { useId } from 'preact/hooks';
import type { IsoDate } from '../../core/model/ids.ts';
import type { SearchCounts } from '../../core/protocol/search.ts';
import { useLanguage, useWords } from '../words.ts';
import { listMonth, listNumber } from './listed.ts';

interface Props {
  /** The newest first. */
  readonly months: SearchCounts['months'];
  /** The month that is shown first, where its reader went to one; null for the newest. */
  readonly shown: string | null;
  readonly hrefOf: (month: string) => string;
  readonly onJump: (day: IsoDate) => void;
}

/** Everything that was found, by month: a time line, and the way to a day. */
export function MonthList({ months, shown, hrefOf, onJump }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const id = useId();
  if (months.length === 0) return null;
  const most = Math.max(...months.map(({ hits }) => hits));
  const years = Map.groupBy(months, ({ month }) => month.slice(0, 'YYYY'.length));
  const open = (shown ?? months[0]?.month ?? '').slice(0, 'YYYY'.length);
  return (
    <div class="filter">
      <h3 class="filter-title" id={id}>
        {translate('months_title')}
      </h3>
      {[...years].map(([year, ofYear]) => (
        <details key={year} class="year" open={year === open}>
          <summary class="year-title">
            {year}{' '}
            <span class="filter-hits">
              {listNumber(
                ofYear.reduce((sum, { hits }) => sum + hits, 0),
                language,
              )}
            </span>
          </summary>
          <ul class="filter-links" aria-label={year}>
            {ofYear.map(({ month, hits }) => (
              <li key={month}>
                <a class="filter-link month" href={hrefOf(month)} aria-current={month === shown ? 'true' : undefined}>
                  <span class="filter-label">{listMonth(month, language, 'alone')}</span>
                  <span class="month-bar" style={{ inlineSize: `${(hits / most) * 100}%` }} />
                  <span class="filter-hits">{listNumber(hits, language)}</span>
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <JumpForm onJump={onJump} />
    </div>
  );
}

function JumpForm({ onJump }: Pick<Props, 'onJump'>) {
  const translate = useWords();
  const id = useId();
  return (
    <form
      class="jump"
      onSubmit={(event) => {
        event.preventDefault();
        const day = new FormData(event.currentTarget).get('day');
        if (typeof day === 'string' && day !== '') onJump(day);
      }}
    >
      <label class="filter-name" for={id}>
        {translate('months_jump')}
      </label>
      <span class="jump-row">
        <input id={id} class="filter-field" type="date" name="day" min="2000-01-01" max="2999-12-31" required />
        <button type="submit" class="button small">
          {translate('months_go')}
        </button>
      </span>
    </form>
  );
}
