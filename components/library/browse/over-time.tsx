import type { MonthCount } from '../../../core/protocol/library-page.ts';
import { showNumber } from '../../dates.ts';
import { useLanguage, useWords } from '../../words.ts';
import { showMonth } from '../months.ts';
import { fillMonths, spanOf } from './months.ts';
import { MonthsPicture } from './months-picture.tsx';

/** Posts over time as a picture, and the same numbers as a table; of one month there is nothing to draw. */
export function OverTime({ months }: { readonly months: readonly MonthCount[] }) {
  const translate = useWords();
  const language = useLanguage();
  const span = spanOf(months);
  if (span === null) return null;
  const { first, last } = span;
  if (first === last) return <p>{showMonth(first, language)}</p>;
  return (
    <>
      <p class="over-time">
        <MonthsPicture months={months} /> {showMonth(first, language)} – {showMonth(last, language)}
      </p>
      <details class="over-time-numbers">
        <summary>{translate('library_browse_as_table')}</summary>
        <table class="number-table">
          <thead>
            <tr>
              <th scope="col">{translate('library_browse_month')}</th>
              <th scope="col">{translate('found_posts')}</th>
            </tr>
          </thead>
          <tbody>
            {fillMonths(months, span).map(({ month, posts }) => (
              <tr key={month}>
                <th scope="row">{showMonth(month, language)}</th>
                <td>{showNumber(posts, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
