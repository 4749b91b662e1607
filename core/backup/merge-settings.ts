import { defaultSettings, parseSettings, type Settings } from '../settings.ts';

/** What the reader has chosen here stays; what is as it comes is as the backup has it; sites are off that are off in either. */
export function mergeSettings(here: Settings, from: Settings): Settings {
  const names = Object.keys(defaultSettings) as (keyof Settings)[];
  const merged = names.map((name) => [name, here[name] === defaultSettings[name] ? from[name] : here[name]]);
  const sitesOff = [...from.sitesOff.filter((site) => !here.sitesOff.includes(site)), ...here.sitesOff];
  return parseSettings({ ...Object.fromEntries(merged), sitesOff });
}

/** How many settings the backup would change. */
export function countChangedSettings(here: Settings, from: Settings): number {
  const merged = mergeSettings(here, from);
  const names = Object.keys(defaultSettings) as (keyof Settings)[];
  return names.filter((name) => JSON.stringify(merged[name]) !== JSON.stringify(here[name])).length;
}
