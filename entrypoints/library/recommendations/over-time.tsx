import { showNumber } from '../../../components/dates.ts';
import { showMonth } from '../../../components/library/months.ts';
import { sayProgress } from '../../../components/own/follow-up-words.ts';
import { SHOWN_PROGRESS } from '../../../components/own/scorecard.tsx';
import { useLanguage, useWords } from '../../../components/words.ts';
import type { MonthStanding } from '../../../core/follow-up/history.ts';

interface Props {
  readonly months: readonly MonthStanding[];
}

/** How many recommendations were how far at the end of each month: as a picture, and the same numbers as a table. */
export function StandingOverTime({ months }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return null;
  const acted = [first, last].flatMap(({ month, actedOn, total }) => [
    showNumber(actedOn, language),
    showNumber(total, language),
    showMonth(month, language),
  ]);
  return (
    <>
      <svg
        class="standing-picture"
        role="img"
        aria-label={translate('follow_over_time_sentence', ...acted)}
        viewBox={`0 0 ${months.length - 0.1} ${last.total}`}
        preserveAspectRatio="none"
      >
        {months.map((each, x) => (
          <MonthBar key={each.month} standing={each} x={x} />
        ))}
      </svg>
      <p class="follow-said">
        {[...new Set([first, last])].map(({ month }) => showMonth(month, language)).join(' – ')}
      </p>
      <details class="over-time-numbers">
        <summary>{translate('library_browse_as_table')}</summary>
        <table class="number-table">
          <thead>
            <tr>
              <th scope="col">{translate('library_browse_month')}</th>
              {SHOWN_PROGRESS.map((each) => (
                <th key={each} scope="col">
                  {sayProgress(translate, each)}
                </th>
              ))}
              <th scope="col">{translate('follow_acted_on_column')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, progress, actedOn }) => (
              <tr key={month}>
                <th scope="row">{showMonth(month, language)}</th>
                {SHOWN_PROGRESS.map((each) => (
                  <td key={each}>{showNumber(progress[each], language)}</td>
                ))}
                <td>{showNumber(actedOn, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** What is done stands at the foot. */
function MonthBar({ standing: { progress, total }, x }: { readonly standing: MonthStanding; readonly x: number }) {
  let foot = total;
  return SHOWN_PROGRESS.map((each) => {
    foot -= progress[each];
    return <rect key={each} class={`progress-${each}`} x={x} y={foot} width="0.9" height={progress[each]} />;
  });
}
