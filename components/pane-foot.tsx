import { useState } from 'preact/hooks';
import type { LibraryState } from '../core/protocol/library-state.ts';
import type { PageInFront } from './page-view.tsx';
import type { PaneActions } from './pane-actions.ts';
import { Sources } from './sources.tsx';
import { useWords } from './words.ts';

interface Props {
  readonly page: PageInFront;
  readonly library: LibraryState | null;
  readonly actions: Pick<PaneActions, 'onSwitchSite' | 'onOpenLibrary'>;
}

/** The switch of the site in front where marks are allowed, and where all this comes from. */
export function PaneFoot({ page: { kind, site, isOn }, library, actions }: Props) {
  const translate = useWords();
  const [{ hasFailed }, setSaving] = useState({ hasFailed: false });
  const switchSite = (on: boolean) =>
    actions.onSwitchSite(on).then(
      () => setSaving({ hasFailed: false }),
      // Another object each time: the switch is drawn anew, as it still is.
      () => setSaving({ hasFailed: true }),
    );
  return (
    <footer class="pane-foot">
      {site !== null && kind !== 'withheld' && (
        <label class="site-switch">
          <input
            type="checkbox"
            class="site-switch-box"
            checked={isOn}
            onChange={(event) => void switchSite(event.currentTarget.checked)}
          />
          <span>{translate('popup_switch', site.replace(/^www\./, ''))}</span>
        </label>
      )}
      {hasFailed && (
        <p class="notice" role="alert">
          {translate('options_not_saved')}
        </p>
      )}
      <Sources library={library}>
        <button type="button" class="source-update" onClick={() => actions.onOpenLibrary(null)}>
          {translate('popup_open_library')}
        </button>{' '}
        <button type="button" class="source-update" onClick={() => actions.onOpenLibrary({ view: 'accounts' })}>
          {translate('popup_open_accounts')}
        </button>
      </Sources>
    </footer>
  );
}
