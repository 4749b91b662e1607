import type { Settings } from '../../core/settings.ts';
import type { Change } from '../../platform/settings.ts';

export interface SettingsProps {
  readonly settings: Settings;
  readonly onChange: (change: Change) => void;
}
