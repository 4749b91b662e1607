import { isLanguage, type LanguageChoice } from './languages.ts';

/** What the reader chose; kept in the extension's local storage under `settings`. */
export interface Settings {
  readonly marks: boolean;
  readonly relatedMarks: boolean;
  /** Hosts on which nothing is marked, as `URL` gives them, each once; 10,000 at most, the newest last. */
  readonly sitesOff: readonly string[];
  /** What opens the card of a mark, beside the shortcut and a long touch. */
  readonly cardOpens: CardOpening;
  /** Milliseconds for which the pointer rests on a mark before its card opens. */
  readonly dwell: number;
  /** Whether the card shows all at once, or first what is read at a glance. */
  readonly cardIsWhole: boolean;
  /** Whether the Institute's own pages show the tab that opens the panel. */
  readonly panel: boolean;
  /** Whether passages that posts are about are marked in the text of those pages. */
  readonly passages: boolean;
  /** Whether keys that are pressed alone, as `j` and `n`, do something in the library, popup and side panel. */
  readonly letterKeys: boolean;
  /** Which language the extension speaks. */
  readonly language: LanguageChoice;
}

/** What of them a card and its opening depend on. */
export type CardSettings = Pick<Settings, 'cardOpens' | 'dwell' | 'cardIsWhole'>;

/** What of them the Institute's own pages depend on. */
export type ReportPageSettings = Pick<Settings, 'panel' | 'passages'>;

const CARD_OPENINGS = ['dwell', 'modifier-click', 'off'] as const;
export type CardOpening = (typeof CARD_OPENINGS)[number];

export const MIN_DWELL_MS = 100;
export const MAX_DWELL_MS = 3000;

const MAX_SITES = 10_000;
/** https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4, in its written form. */
const MAX_HOST_LENGTH = 253;
/** As nearly all are written: nothing that `URL` would change. */
const PLAIN_HOST = /^(?:(?!xn--)[a-z0-9_-]{1,63}\.)*(?!xn--)[a-z_][a-z0-9_-]{0,62}$/;
const HOST = /^(?:[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?|\[[0-9a-f:]+\])$/;
/** What `URL` would take off, decode or read as something else than a host; colons stand only in brackets. */
const NO_HOST = /[\s*%/\\?#@]|^[^[]*:|\]./;

export const SETTINGS_KEY = 'settings';

export const defaultSettings: Settings = {
  marks: true,
  relatedMarks: true,
  sitesOff: [],
  cardOpens: 'dwell',
  dwell: 400,
  cardIsWhole: false,
  panel: true,
  passages: true,
  letterKeys: true,
  language: 'browser',
};

/** Reads stored settings of any age or shape; what is missing, out of range or of the wrong type gets its default. */
export function parseSettings(stored: unknown): Settings {
  const found = fieldsOf(stored);
  return {
    marks: isOn(found, 'marks'),
    relatedMarks: isOn(found, 'relatedMarks'),
    sitesOff: Array.isArray(found.sitesOff) ? readSites(found.sitesOff) : defaultSettings.sitesOff,
    ...parseCardSettings(stored),
    ...parseReportPageSettings(stored),
    letterKeys: isOn(found, 'letterKeys'),
    language: isLanguage(found.language) ? found.language : defaultSettings.language,
  };
}

/**
 * Settings as they are to be stored: what is not changed stays as it is stored, and so does what is not known here, for a later
 * version may have chosen it.
 */
export function keepUnread(settings: Settings, stored: unknown): Readonly<Record<string, unknown>> {
  const before = fieldsOf(stored);
  const latest = new Map<string, unknown>(Object.entries(parseSettings(stored)));
  const changed = Object.entries(settings).filter(
    ([name, value]) => !(name in before) || JSON.stringify(value) !== JSON.stringify(latest.get(name)),
  );
  return { ...(Array.isArray(stored) ? {} : before), ...Object.fromEntries(changed) };
}

/** The same of what cards need, for scripts that have no use for the sites and what reads those. */
export function parseCardSettings(stored: unknown): CardSettings {
  const found = fieldsOf(stored);
  return {
    cardOpens: CARD_OPENINGS.find((opening) => opening === found.cardOpens) ?? defaultSettings.cardOpens,
    dwell: isDwell(found.dwell) ? found.dwell : defaultSettings.dwell,
    cardIsWhole: isOn(found, 'cardIsWhole'),
  };
}

/** The same of what the Institute's own pages need. */
export function parseReportPageSettings(stored: unknown): ReportPageSettings {
  const found = fieldsOf(stored);
  return { panel: isOn(found, 'panel'), passages: isOn(found, 'passages') };
}

function fieldsOf(stored: unknown): Record<string, unknown> {
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
}

function isOn(
  found: Record<string, unknown>,
  name: 'marks' | 'relatedMarks' | 'cardIsWhole' | 'panel' | 'passages' | 'letterKeys',
): boolean {
  const value = found[name];
  return typeof value === 'boolean' ? value : defaultSettings[name];
}

function readSites(stored: readonly unknown[]): string[] {
  return [...new Set(stored.flatMap((site) => readSite(site) ?? []))].slice(-MAX_SITES);
}

/** A host as `URL` gives it; null for all else, also for what a browser would take for a pattern of hosts. */
function readSite(stored: unknown): string | null {
  if (typeof stored !== 'string' || stored.length > MAX_HOST_LENGTH) return null;
  if (PLAIN_HOST.test(stored)) return stored;
  if (NO_HOST.test(stored) || !URL.canParse(`https://${stored}`)) return null;
  const { hostname } = new URL(`https://${stored}`);
  return HOST.test(hostname) && hostname.length <= MAX_HOST_LENGTH ? hostname : null;
}

function isDwell(value: unknown): value is number {
  return typeof value === 'number' && value >= MIN_DWELL_MS && value <= MAX_DWELL_MS;
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

/** Whether settings differ in nothing but the language. */
export function isSameBesideLanguage(one: Settings, other: Settings): boolean {
  return JSON.stringify({ ...one, language: other.language }) === JSON.stringify(other);
}

/** The settings with one site switched on or off. */
export function switchSite(settings: Settings, site: string, on: boolean): Settings {
  const others = settings.sitesOff.filter((other) => other !== site);
  return { ...settings, sitesOff: on ? others : [...others, site] };
}
