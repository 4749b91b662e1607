import { Accounts, type AccountsProps } from '../../components/accounts/accounts.tsx';
import type { PaneActions } from '../../components/pane-actions.ts';
import type { AccessDoors } from '../../components/use-allowed-sites.ts';
import { useWords } from '../../components/words.ts';
import type { IsoDate } from '../../core/model/ids.ts';
import { AboutGroup } from './about.tsx';
import { AccessGroup } from './access.tsx';
import { CardGroup } from './card.tsx';
import type { SettingsProps } from './change.ts';
import { KeyboardGroup, type Shortcut } from './keyboard.tsx';
import { type LibraryAnswer, LibraryGroup } from './library.tsx';
import { InstituteGroup, MarksGroup } from './marks.tsx';
import { SitesOffGroup } from './sites-off.tsx';

/** How the last saving went, and which it was: each is told of anew. */
export interface Saving {
  readonly count: number;
  readonly hasFailed: boolean;
}

interface Props extends SettingsProps {
  readonly library: LibraryAnswer;
  readonly onTryAgain: () => void;
  readonly onUpdate: PaneActions['onUpdate'];
  /** Null where the browser has no commands, as on Android. */
  readonly shortcuts: readonly Shortcut[] | null;
  readonly onChangeShortcuts: (() => void) | null;
  readonly version: string;
  readonly today: IsoDate;
  readonly saving: Saving;
  readonly access: AccessDoors;
  readonly accounts: AccountsProps;
}

export function Options(props: Props) {
  const { settings, onChange, library, shortcuts, onChangeShortcuts, version, today, saving, onTryAgain } = props;
  const translate = useWords();
  return (
    <>
      <header class="options-head">
        <img class="options-icon" src="/icon/96.png" alt="" width="56" height="56" />
        <div>
          <h1 class="page-title">{translate('options_title')}</h1>
          <p class="lead">{translate('options_lead')}</p>
        </div>
      </header>
      <AccessGroup access={props.access} />
      <MarksGroup settings={settings} onChange={onChange} />
      <CardGroup settings={settings} onChange={onChange} />
      <InstituteGroup settings={settings} onChange={onChange} />
      <SitesOffGroup settings={settings} onChange={onChange} />
      {shortcuts !== null && <KeyboardGroup shortcuts={shortcuts} onChangeShortcuts={onChangeShortcuts} />}
      <Accounts {...props.accounts} />
      <LibraryGroup library={library} today={today} onTryAgain={onTryAgain} onUpdate={props.onUpdate} />
      <AboutGroup version={version} />
      <SavingNotice saving={saving} />
    </>
  );
}

/** Lies over the page, so that it shifts nothing. */
function SavingNotice({ saving: { count, hasFailed } }: { readonly saving: Saving }) {
  const translate = useWords();
  return (
    <div class="saving" role="status">
      {count > 0 && (
        <p key={count} class={hasFailed ? 'paragraph saved failed' : 'paragraph saved done'}>
          {translate(hasFailed ? 'options_not_saved' : 'options_saved')}
        </p>
      )}
    </div>
  );
}
