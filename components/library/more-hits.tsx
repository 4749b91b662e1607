import { useEffect, useRef } from 'preact/hooks';
import { showNumber } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';

interface Props {
  /** How many are not shown yet. */
  readonly left: number;
  /** Null while it cannot be asked. */
  readonly onMore: (() => void) | null;
  readonly hasFailed: boolean;
  readonly onTryAgain: () => void;
  /** Whether so many are shown that no more are added. */
  readonly isFull: boolean;
}

/** How far below the window more is asked for. */
const MARGIN = '1200px';

/** The way to what is not shown: by itself near the end of the list, and by hand. */
export function MoreHits({ left, onMore, hasFailed, onTryAgain, isFull }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const end = useRef<HTMLParagraphElement>(null);
  const ask = useRef(onMore);
  ask.current = onMore;
  const canAsk = onMore !== null;
  useEffect(() => {
    if (end.current === null || !canAsk || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) ask.current?.();
      },
      { rootMargin: MARGIN },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [canAsk]);
  if (left === 0) return null;
  if (isFull) return <p class="more-hits">{translate('search_full', showNumber(left, language))}</p>;
  return (
    <p ref={end} class="more-hits">
      {hasFailed && `${translate('more_failed')} `}
      <button
        type="button"
        class="button"
        aria-disabled={!canAsk && !hasFailed}
        onClick={() => (hasFailed ? onTryAgain() : onMore?.())}
      >
        {hasFailed
          ? translate('page_try_again')
          : translate(canAsk ? 'show_more' : 'more_waiting', showNumber(left, language))}
      </button>
    </p>
  );
}
