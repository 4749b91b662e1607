import type { Settings } from '../../core/settings.ts';

/** What is to change, or how the latest settings change: another page may have changed them since these were shown. */
export type Change = Partial<Settings> | ((latest: Settings) => Settings);

export interface SettingsProps {
  readonly settings: Settings;
  readonly onChange: (change: Change) => void;
}
