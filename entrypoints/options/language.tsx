import { Group } from '../../components/controls.tsx';
import { useWords } from '../../components/words.ts';
import { LANGUAGES, type Language } from '../../core/languages.ts';
import type { SettingsProps } from './change.ts';

const ALL = Object.keys(LANGUAGES) as Language[];

/** The language that the extension speaks. Each is called as it calls itself, for those who read no other. */
export function LanguageGroup({ settings, onChange }: SettingsProps) {
  const translate = useWords();
  return (
    <Group title={translate('options_language')} about={translate('options_language_about')}>
      <fieldset class="row choices">
        <legend class="unseen">{translate('options_language')}</legend>
        {(['browser', ...ALL] as const).map((language) => (
          <label key={language} class="choice">
            <input
              type="radio"
              class="radio"
              name="language"
              checked={settings.language === language}
              onChange={() => onChange({ language })}
            />
            {language === 'browser' ? (
              translate('options_language_browser')
            ) : (
              <span lang={language}>{LANGUAGES[language]}</span>
            )}
          </label>
        ))}
      </fieldset>
    </Group>
  );
}
