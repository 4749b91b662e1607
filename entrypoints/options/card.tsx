import { Group, Switch } from '../../components/controls.tsx';
import { useWords } from '../../components/words.ts';
import type { MessageKey } from '../../core/message-key.ts';
import type { CardOpening } from '../../core/settings.ts';
import type { SettingsProps } from './change.ts';
import { DwellField } from './dwell-field.tsx';

const OPENINGS: readonly (readonly [CardOpening, MessageKey])[] = [
  ['dwell', 'options_opens_dwell'],
  ['modifier-click', 'options_opens_modifier'],
  ['off', 'options_opens_off'],
];

interface Props extends SettingsProps {
  /** Whether the browser has shortcuts; on Android it has none. */
  readonly hasShortcuts: boolean;
}

/** What opens the card, how long the pointer rests before, and how much it shows at first. */
export function CardGroup({ settings, onChange, hasShortcuts }: Props) {
  const translate = useWords();
  const about = hasShortcuts ? 'options_card_about' : 'options_card_about_touch';
  return (
    <Group title={translate('options_card')} about={translate(about)}>
      <fieldset class="row choices for-desks">
        <legend class="label choices-label">{translate('options_card_opens')}</legend>
        {OPENINGS.map(([opening, words]) => (
          <label key={opening} class="choice">
            <input
              type="radio"
              class="radio"
              name="card-opens"
              checked={settings.cardOpens === opening}
              onChange={() => onChange({ cardOpens: opening })}
            />
            {translate(words)}
          </label>
        ))}
      </fieldset>
      {settings.cardOpens === 'dwell' && (
        <DwellField dwell={settings.dwell} onChange={(dwell) => onChange({ dwell })} />
      )}
      <Switch
        label={translate('options_card_whole')}
        about={translate('options_card_whole_about')}
        on={settings.cardIsWhole}
        onSwitch={(cardIsWhole) => onChange({ cardIsWhole })}
      />
    </Group>
  );
}
