import type { MonthCount } from '../../../core/protocol/library-page.ts';
import { sayCount } from '../../counts.ts';
import { showNumber } from '../../dates.ts';
import { useLanguage, useWords } from '../../words.ts';
import { showMonth } from '../months.ts';
import { busiestOf, fillMonths, type MonthSpan, spanOf } from './months.ts';

interface Props {
  readonly months: readonly MonthCount[];
  /** What the picture spans, so that several may be compared; its own months where none is given. */
  readonly span?: MonthSpan | null;
}

const HEIGHT = 16;
/** Of the text's size: a bar where there is room for all, and the whole at most. */
const BAR = 0.375;
const WIDEST = 9;

/** Posts over time, a bar a month, as high as a line: to the eye a shape, and in words one sentence. */
export function MonthsPicture({ months, span }: Props) {
  const sentence = useMonthsSentence(months);
  const shown = span ?? spanOf(months);
  if (sentence === null || shown === null) return null;
  const bars = fillMonths(months, shown);
  return (
    <svg
      class="months-picture"
      role="img"
      aria-label={sentence}
      viewBox={`0 0 ${bars.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      width={`${Math.min(bars.length * BAR, WIDEST)}em`}
      height="1em"
    >
      <path fill="currentColor" d={drawBars(bars)} />
    </svg>
  );
}

/** A bar for each month with posts; one post is seen beside any number. */
function drawBars(bars: readonly MonthCount[]): string {
  const most = busiestOf(bars)?.posts ?? 1;
  const width = bars.length * BAR > WIDEST ? 1 : 0.75;
  return bars
    .map(({ posts }, place) => {
      const height = Math.max(2, Math.round((posts / most) * HEIGHT));
      return posts === 0 ? '' : `M${place} ${HEIGHT}v${-height}h${width}v${height}z`;
    })
    .join('');
}

/** What the picture shows; null where there is nothing to show. */
function useMonthsSentence(months: readonly MonthCount[]): string | null {
  const translate = useWords();
  const language = useLanguage();
  const span = spanOf(months);
  const most = busiestOf(months);
  if (span === null || most === null) return null;
  const posts = sayCount(
    translate,
    language,
    'posts',
    months.reduce((sum, each) => sum + each.posts, 0),
  );
  if (span.first === span.last) return translate('library_browse_in_month', posts, showMonth(span.first, language));
  const named = [span.first, span.last, most.month].map((month) => showMonth(month, language));
  return translate('library_browse_in_months', posts, ...named, showNumber(most.posts, language));
}
