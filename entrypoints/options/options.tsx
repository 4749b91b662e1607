import { showDay } from '../../components/dates.ts';
import { useWords } from '../../components/words.ts';
import type { LibraryState } from '../../core/messages.ts';
import { type Settings, switchSite } from '../../core/settings.ts';

interface Props {
  readonly settings: Settings;
  readonly library: LibraryState;
  readonly onChange: (settings: Settings) => void;
}

export function Options({ settings, library, onChange }: Props) {
  const translate = useWords();
  return (
    <>
      <h1>IfG Gloss</h1>
      <h2>{translate('options_marks')}</h2>
      <Switch
        label={translate('options_show_marks')}
        on={settings.marks}
        onSwitch={(marks) => onChange({ ...settings, marks })}
      />
      <Switch
        label={translate('options_show_related')}
        on={settings.relatedMarks}
        onSwitch={(relatedMarks) => onChange({ ...settings, relatedMarks })}
      />
      <h2>{translate('options_sites_off')}</h2>
      {settings.sitesOff.length === 0 && <p>{translate('options_no_sites_off')}</p>}
      <ul>
        {settings.sitesOff.map((site) => (
          <li key={site}>
            {site}{' '}
            <button type="button" onClick={() => onChange(switchSite(settings, site, true))}>
              {translate('options_switch_on', site)}
            </button>
          </li>
        ))}
      </ul>
      <h2>{translate('options_library')}</h2>
      <p>{translate(library.kept === 'indexeddb' ? 'options_kept' : 'options_in_memory', library.version)}</p>
      <ul>
        {library.feeds.map((feed) => (
          <li key={feed.handle}>
            {translate(
              'options_feed',
              `${feed.displayName} (@${feed.handle})`,
              String(feed.posts),
              String(feed.recommendations),
              String(feed.publications),
              feed.asOf === null ? '–' : showDay(feed.asOf),
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Switch({ label, on, onSwitch }: { label: string; on: boolean; onSwitch: (on: boolean) => void }) {
  return (
    <label>
      <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.currentTarget.checked)} /> {label}
    </label>
  );
}
