/** What the reader chose; kept in the extension's local storage under `settings`. */
export interface Settings {
  readonly marks: boolean;
  readonly relatedMarks: boolean;
  /** Host names on which nothing is marked, in lower case. */
  readonly sitesOff: readonly string[];
}

export const SETTINGS_KEY = 'settings';

export const defaultSettings: Settings = { marks: true, relatedMarks: true, sitesOff: [] };

/** Reads stored settings of any age or shape; what is missing or of the wrong type gets its default. */
export function parseSettings(stored: unknown): Settings {
  const found = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  return {
    marks: typeof found.marks === 'boolean' ? found.marks : defaultSettings.marks,
    relatedMarks: typeof found.relatedMarks === 'boolean' ? found.relatedMarks : defaultSettings.relatedMarks,
    sitesOff: Array.isArray(found.sitesOff)
      ? found.sitesOff.filter((site): site is string => typeof site === 'string')
      : defaultSettings.sitesOff,
  };
}

/** The site that the popup's switch is for: the host name of an http(s) page, or null for any other page. */
export function siteOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? hostname.toLowerCase() : null;
}

export function isSiteOff(settings: Settings, address: string): boolean {
  const site = siteOf(address);
  return site !== null && settings.sitesOff.includes(site);
}

/** The settings with one site switched on or off. */
export function switchSite(settings: Settings, site: string, on: boolean): Settings {
  const others = settings.sitesOff.filter((other) => other !== site);
  return { ...settings, sitesOff: on ? others : [...others, site] };
}
