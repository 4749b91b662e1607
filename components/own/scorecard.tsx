import type { Scorecard } from '../../core/follow-up/scorecard.ts';
import { PROGRESS } from '../../core/model/own.ts';
import { showNumber } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';
import { sayProgress } from './follow-up-words.ts';

interface Props {
  readonly scorecard: Scorecard;
}

/** How many of some recommendations were acted on, in words; a place that is small has room for it. */
export function ScorecardLine({ scorecard: { actedOn, total } }: Props) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <span class="scorecard-line" title={translate('follow_acted_on_about')}>
      {translate('follow_acted_on', showNumber(actedOn, language), showNumber(total, language))}
    </span>
  );
}

/** The same, and how many are where as a picture. */
export function ScorecardView({ scorecard }: Props) {
  return (
    <div class="scorecard">
      <p class="scorecard-head">
        <ScorecardLine scorecard={scorecard} />
      </p>
      <ProgressPicture scorecard={scorecard} />
    </div>
  );
}

/** From what is done to what is not: a part of a bar each, told apart by shade, pattern and place. */
export const SHOWN_PROGRESS = PROGRESS.toReversed();

/** How many recommendations are how far, as a bar, and in words one sentence. */
export function ProgressPicture({ scorecard: { progress, total } }: Props) {
  const translate = useWords();
  const language = useLanguage();
  if (total === 0) return null;
  const counts = SHOWN_PROGRESS.map(
    (each) => `${sayProgress(translate, each)}: ${showNumber(progress[each], language)}`,
  );
  let start = 0;
  return (
    <svg
      class="progress-picture"
      role="img"
      aria-label={counts.join('; ')}
      viewBox={`0 0 ${total} 1`}
      preserveAspectRatio="none"
    >
      {SHOWN_PROGRESS.map((each) => {
        const x = start;
        start += progress[each];
        return <rect key={each} class={`progress-${each}`} x={x} y="0" width={progress[each]} height="1" />;
      })}
    </svg>
  );
}
