import type { ComponentChildren } from 'preact';
import type { TabState } from '../core/messages.ts';
import { GlossView } from './gloss-view.tsx';
import { useWords } from './words.ts';

interface Props {
  readonly page: Pick<TabState, 'site' | 'isOn' | 'gloss'>;
  /** Whether links of the page are marked, which says that there is more than the page itself. */
  readonly hasMarks?: boolean;
  /** What a reader can do where nothing is said. */
  readonly children?: ComponentChildren;
}

/** What is said about a page itself, or why nothing is. */
export function PageGloss({ page: { site, isOn, gloss }, hasMarks = false, children }: Props) {
  const translate = useWords();
  if (gloss !== null && gloss.match.sureness !== 'none')
    return (
      <>
        {!isOn && <p class="note">{translate('popup_off')}</p>}
        <GlossView gloss={gloss} />
      </>
    );
  return (
    <>
      <h1>{translate(site === null ? 'page_of_browser' : 'title_none')}</h1>
      <p class="note">
        {translate(site === null ? 'popup_no_page' : hasMarks ? 'page_only_marks' : 'page_nothing')}
        {site !== null && !isOn && ` ${translate('popup_off')}`}
      </p>
      {children}
    </>
  );
}
