import { Group, Switch } from '../../components/controls.tsx';
import { useWords } from '../../components/words.ts';
import type { SettingsProps } from './change.ts';

export function MarksGroup({ settings, onChange }: SettingsProps) {
  const translate = useWords();
  return (
    <Group title={translate('options_marks')} about={translate('options_marks_about')}>
      <Switch
        label={translate('options_show_marks')}
        about={translate('options_show_marks_about')}
        on={settings.marks}
        onSwitch={(marks) => onChange({ marks })}
      />
      <Switch
        label={translate('options_show_related')}
        about={translate('options_show_related_about')}
        on={settings.relatedMarks}
        onSwitch={(relatedMarks) => onChange({ relatedMarks })}
      />
    </Group>
  );
}

/** What is shown on the Institute's own pages. */
export function InstituteGroup({ settings, onChange }: SettingsProps) {
  const translate = useWords();
  return (
    <Group title={translate('options_institute')} about={translate('options_institute_about')}>
      <Switch
        label={translate('options_panel')}
        about={translate('options_panel_about')}
        on={settings.panel}
        onSwitch={(panel) => onChange({ panel })}
      />
      <Switch
        label={translate('options_passages')}
        about={translate('options_passages_about')}
        on={settings.passages}
        onSwitch={(passages) => onChange({ passages })}
      />
    </Group>
  );
}
