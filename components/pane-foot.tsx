import type { LibraryState } from '../core/messages.ts';
import type { PageInFront } from './page-view.tsx';
import type { PaneDoors } from './pane-doors.ts';
import { Sources } from './sources.tsx';
import { useWords } from './words.ts';

interface Props {
  readonly page: PageInFront;
  readonly library: LibraryState | null;
  readonly onSwitchSite: PaneDoors['onSwitchSite'];
}

/** The switch of the site in front, and where all this comes from. */
export function PaneFoot({ page: { site, isOn }, library, onSwitchSite }: Props) {
  const translate = useWords();
  return (
    <footer>
      {site !== null && (
        <label class="switch">
          <input type="checkbox" checked={isOn} onChange={(event) => onSwitchSite(event.currentTarget.checked)} />
          <span>{translate('popup_switch', site.replace(/^www\./, ''))}</span>
        </label>
      )}
      <Sources library={library} />
    </footer>
  );
}
