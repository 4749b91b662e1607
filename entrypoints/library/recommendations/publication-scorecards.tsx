import { showNumber } from '../../../components/dates.ts';
import { sayProgress } from '../../../components/own/follow-up-words.ts';
import { ProgressPicture, ScorecardLine, SHOWN_PROGRESS } from '../../../components/own/scorecard.tsx';
import { useLanguage, useWords } from '../../../components/words.ts';
import type { RecommendationLine } from '../../../core/follow-up/line.ts';
import { byPublication, scorecardOf } from '../../../core/follow-up/scorecard.ts';
import { addressOfRoute, recommendationsRoute } from '../../../core/library-route.ts';

/** How many recommendations are how far, for each publication: as pictures, and the same numbers as a table. */
export function PublicationScorecards({ lines }: { readonly lines: readonly RecommendationLine[] }) {
  const translate = useWords();
  const language = useLanguage();
  const cards = [...byPublication(lines)]
    .map(([id, of]) => ({
      id,
      title: of[0]?.subject.publication?.title ?? translate('follow_no_publication'),
      scorecard: scorecardOf(of),
    }))
    .filter(({ scorecard }) => scorecard.total > 0);
  return (
    <>
      <ul class="scorecards">
        {cards.map(({ id, title, scorecard }) => (
          <li key={id} class="scorecard">
            <p class="scorecard-title">
              {id === null ? (
                title
              ) : (
                <a class="link" dir="auto" href={addressOfRoute(recommendationsRoute({ publication: id }))}>
                  {title}
                </a>
              )}
            </p>
            <ProgressPicture scorecard={scorecard} />
            <p class="follow-said">
              <ScorecardLine scorecard={scorecard} />
            </p>
          </li>
        ))}
      </ul>
      <ProgressKey />
      <details class="over-time-numbers">
        <summary>{translate('library_browse_as_table')}</summary>
        <table class="number-table">
          <thead>
            <tr>
              <th scope="col">{translate('follow_column_publication')}</th>
              {SHOWN_PROGRESS.map((each) => (
                <th key={each} scope="col">
                  {sayProgress(translate, each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cards.map(({ id, title, scorecard }) => (
              <tr key={id}>
                <th scope="row" dir="auto">
                  {title}
                </th>
                {SHOWN_PROGRESS.map((each) => (
                  <td key={each}>{showNumber(scorecard.progress[each], language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** Which part of a bar is which; who hears the picture has heard it. */
function ProgressKey() {
  const translate = useWords();
  return (
    <p class="progress-key" aria-hidden="true">
      {SHOWN_PROGRESS.map((each) => (
        <span key={each} class="progress-name">
          <svg class="progress-sample" aria-hidden="true" viewBox="0 0 1 1">
            <rect class={`progress-${each}`} width="1" height="1" />
          </svg>
          {sayProgress(translate, each)}
        </span>
      ))}
    </p>
  );
}
