import { Group } from '../../components/controls.tsx';
import { useWords } from '../../components/words.ts';

/** A command as the browser has it now; `keys` is empty where none are set. */
export interface Shortcut {
  readonly name: string;
  readonly description: string;
  readonly keys: string;
}

interface Props {
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

export function KeyboardGroup({ shortcuts, onChangeShortcuts }: Props) {
  const translate = useWords();
  return (
    <Group title={translate('options_keyboard')} about={translate('options_keyboard_about')}>
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
    </Group>
  );
}
