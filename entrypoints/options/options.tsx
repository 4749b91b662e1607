import type { PaneActions } from '../../components/pane-actions.ts';
import { type Saving, SavingNotice } from '../../components/saving-notice.tsx';
import type { AccessDoors } from '../../components/use-allowed-sites.ts';
import { useWords } from '../../components/words.ts';
import type { IsoDate } from '../../core/model/ids.ts';
import { AboutGroup } from './about.tsx';
import { AccessGroup } from './access.tsx';
import { BackupDue, type ReadDue } from './backup-due.tsx';
import { CardGroup } from './card.tsx';
import type { SettingsProps } from './change.ts';
import { KeyboardGroup, type Shortcut } from './keyboard.tsx';
import { LanguageGroup } from './language.tsx';
import { type LibraryAnswer, LibraryGroup } from './library.tsx';
import { InstituteGroup, MarksGroup } from './marks.tsx';
import { SitesOffGroup } from './sites-off.tsx';

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
  readonly readDue: ReadDue;
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
          <BackupDue readDue={props.readDue} />
        </div>
      </header>
      <AccessGroup access={props.access} />
      <MarksGroup settings={settings} onChange={onChange} />
      <CardGroup settings={settings} onChange={onChange} hasShortcuts={shortcuts !== null} />
      <InstituteGroup settings={settings} onChange={onChange} />
      <SitesOffGroup settings={settings} onChange={onChange} />
      <LanguageGroup settings={settings} onChange={onChange} />
      <KeyboardGroup
        settings={settings}
        onChange={onChange}
        shortcuts={shortcuts}
        onChangeShortcuts={onChangeShortcuts}
      />
      <LibraryGroup library={library} today={today} onTryAgain={onTryAgain} onUpdate={props.onUpdate} />
      <AboutGroup version={version} />
      <SavingNotice saving={saving} />
    </>
  );
}
