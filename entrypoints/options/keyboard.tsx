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

export function KeyboardGroup({ shortcuts, onChangeShortcuts }: Props) {
  const translate = useWords();
  return (
    <Group title={translate('options_keyboard')} about={translate('options_keyboard_about')}>
      <dl class="plain-list">
        {shortcuts.map(({ name, description, keys }) => (
          <div key={name} class="row">
            <dt>{name === '_execute_action' ? translate('options_command_popup') : description}</dt>
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
