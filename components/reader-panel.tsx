import { countPosts, countRecommendations, type Gloss } from '../core/gloss.ts';
import { showNumber } from './dates.ts';
import { GlossView } from './gloss-view.tsx';
import { useLanguage, useWords } from './words.ts';

interface Props {
  readonly gloss: Gloss;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** The tab at the edge of the window, and the panel that it opens beside the text. */
export function ReaderPanel({ gloss, isOpen, onToggle }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const [posts, recommendations] = [countPosts(gloss), countRecommendations(gloss)];
  return (
    <>
      {!isOpen && (
        <button
          type="button"
          class="tab"
          aria-expanded={false}
          aria-label={translate('panel_open', showNumber(posts, language), showNumber(recommendations, language))}
          title={translate('panel_open', showNumber(posts, language), showNumber(recommendations, language))}
          onClick={() => onToggle(true)}
        >
          <span class="tab-sign" aria-hidden="true" />
          <span aria-hidden="true">{showNumber(posts, language)}</span>
        </button>
      )}
      {isOpen && (
        <aside class="panel" aria-label={translate('panel_label')}>
          <div class="panel-head">
            <strong>{translate('panel_label')}</strong>
            <button type="button" class="close" aria-label={translate('close')} onClick={() => onToggle(false)}>
              ×
            </button>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <div class="panel-scroller" tabIndex={0}>
            <GlossView gloss={gloss} />
          </div>
        </aside>
      )}
    </>
  );
}
