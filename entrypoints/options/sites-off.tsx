import { useRef } from 'preact/hooks';
import { Group } from '../../components/controls.tsx';
import { useWords } from '../../components/words.ts';
import { switchSite } from '../../core/settings.ts';
import type { SettingsProps } from './change.ts';

export function SitesOffGroup({ settings, onChange }: SettingsProps) {
  const translate = useWords();
  const list = useRef<HTMLDivElement>(null);
  const switchOn = (site: string) => {
    // The button goes with its site, and must not take the focus with it.
    list.current?.focus();
    onChange((latest) => switchSite(latest, site, true));
  };
  return (
    <Group title={translate('options_sites_off')} about={translate('options_sites_off_about')}>
      <div ref={list} tabIndex={-1}>
        {settings.sitesOff.length === 0 && <p class="row paragraph quiet">{translate('options_no_sites_off')}</p>}
        <ul class="plain-list">
          {settings.sitesOff.map((site) => (
            <li key={site} class="row">
              <bdi>{site}</bdi>
              <button
                type="button"
                class="button"
                aria-label={translate('options_switch_on_site', site)}
                onClick={() => switchOn(site)}
              >
                {translate('options_switch_on')}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Group>
  );
}
