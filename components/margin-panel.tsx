import type { ComponentChildren } from 'preact';
import type { Gloss } from '../core/gloss/gloss.ts';
import { CloseButton } from './close-button.tsx';
import { showNumber } from './dates.ts';
import { GlossView } from './gloss-view.tsx';
import type { Subject } from './passages.ts';
import type { DescribeMore } from './use-more.ts';
import { useCount, useLanguage, useWords } from './words.ts';

interface Props {
  readonly gloss: Gloss;
  readonly describeMore: DescribeMore;
  /** What the panel is to show; null where nothing is sought. */
  readonly sought: Subject | null;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  /** What stands above the gloss. */
  readonly children?: ComponentChildren;
}

const BUBBLE = 'M1.5 2.5h9v6h-5L3 11V8.5H1.5z';
const LIST = 'M1.5 3h1M5 3h5.5M1.5 6h1M5 6h5.5M1.5 9h1M5 9h5.5';

/** The tab at the edge of the window, and the panel that it opens beside the text. */
export function MarginPanel({ gloss, describeMore, sought, isOpen, onToggle, children }: Props) {
  const translate = useWords();
  const say = useCount();
  const { posts, recommendations } = gloss.counts;
  const label = translate('panel_open', say('posts', posts), say('recommendations', recommendations));
  return (
    <>
      {!isOpen && (
        <button
          type="button"
          class="tab"
          aria-expanded={false}
          aria-label={label}
          title={label}
          onClick={() => onToggle(true)}
        >
          <span class="tab-sign" aria-hidden="true" />
          <TabCount path={BUBBLE} count={posts} />
          {recommendations > 0 && <TabCount path={LIST} count={recommendations} />}
        </button>
      )}
      {isOpen && (
        <aside class="panel" aria-label={translate('panel_label')}>
          <div class="panel-head">
            <strong>{translate('panel_label')}</strong>
            <CloseButton onClose={() => onToggle(false)} />
          </div>
          {children}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <div class="panel-scroller" tabIndex={0}>
            <GlossView gloss={gloss} describeMore={describeMore} sought={sought} />
          </div>
        </aside>
      )}
    </>
  );
}

/** A number with the sign of what it counts. Drawn, not written: the tab's name says both counts in words. */
function TabCount({ path, count }: { readonly path: string; readonly count: number }) {
  const language = useLanguage();
  return (
    <span class="tab-count" data-count={showNumber(count, language)} aria-hidden="true">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={path} />
      </svg>
    </span>
  );
}
