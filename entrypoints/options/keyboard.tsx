import { Group, Switch } from '../../components/controls.tsx';
import { useWords } from '../../components/words.ts';
import type { SettingsProps } from './change.ts';

/** A command as the browser has it now; `keys` is empty where none are set. */
export interface Shortcut {
  readonly name: string;
  readonly description: string;
  readonly keys: string;
}

interface Props extends SettingsProps, Omit<ListProps, 'shortcuts'> {
  /** Null where the browser has none. */
  readonly shortcuts: readonly Shortcut[] | null;
}

interface ListProps {
  readonly shortcuts: readonly Shortcut[];
  /** Opens the browser's page for shortcuts; null where an extension cannot. */
  readonly onChangeShortcuts: (() => void) | null;
}

/** In our words, for the browser's description is in the browser's language. */
const COMMANDS = {
  _execute_action: 'options_command_popup',
  'open-card': 'command_open_card',
  'open-panel': 'command_open_panel',
  'open-library': 'command_open_library',
} as const;

/** The browser's shortcuts for the extension, and the keys of the library page. */
export function KeyboardGroup({ settings, onChange, shortcuts, onChangeShortcuts }: Props) {
  const translate = useWords();
  const about = shortcuts === null ? 'options_keyboard_about_touch' : 'options_keyboard_about';
  return (
    <Group title={translate('options_keyboard')} about={translate(about)}>
      {shortcuts !== null && <Shortcuts shortcuts={shortcuts} onChangeShortcuts={onChangeShortcuts} />}
      <Switch
        label={translate('options_letter_keys')}
        about={translate('options_letter_keys_about')}
        on={settings.letterKeys}
        onSwitch={(letterKeys) => onChange({ letterKeys })}
      />
    </Group>
  );
}

function Shortcuts({ shortcuts, onChangeShortcuts }: ListProps) {
  const translate = useWords();
  return (
    <>
      <dl class="plain-list">
        {shortcuts.map(({ name, description, keys }) => (
          <div key={name} class="row">
            <dt>{name in COMMANDS ? translate(COMMANDS[name as keyof typeof COMMANDS]) : description}</dt>
            <dd>{keys === '' ? translate('options_no_shortcut') : <kbd class="key">{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <div class="row">
        {onChangeShortcuts === null ? (
          <p class="about">{translate('options_change_shortcuts_where')}</p>
        ) : (
          <button type="button" class="button" onClick={onChangeShortcuts}>
            {translate('options_change_shortcuts')}
          </button>
        )}
      </div>
    </>
  );
}
