import { GlossView } from '../../components/gloss-view.tsx';
import { MarkList } from '../../components/mark-list.tsx';
import { useWords } from '../../components/words.ts';
import type { Page } from './page.ts';

interface Props {
  readonly page: Page;
  readonly onShowMark: (frameId: number, id: number) => void;
  readonly onSwitchSite: (on: boolean) => void;
}

export function Popup({ page: { site, isOn, gloss, frames }, onShowMark, onSwitchSite }: Props) {
  const translate = useWords();
  const hasMarks = frames.some(({ marks }) => marks.length > 0);
  const isKnown = gloss !== null && gloss.match.sureness !== 'none';
  if (site === null) return <p>{translate('popup_no_page')}</p>;
  return (
    <>
      <label class="switch">
        <input type="checkbox" checked={isOn} onChange={(event) => onSwitchSite(event.currentTarget.checked)} />
        {translate('popup_switch', site)}
      </label>
      {isKnown && <GlossView gloss={gloss} />}
      {hasMarks && <MarkList frames={frames} onShow={onShowMark} />}
      {!isKnown && !hasMarks && <p>{translate(isOn ? 'popup_nothing' : 'popup_off')}</p>}
    </>
  );
}
