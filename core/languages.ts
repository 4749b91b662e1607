/** The languages that there are words in, each as it calls itself: one for each folder of `_locales`. */
export const LANGUAGES = { en: 'English', cy: 'Cymraeg' } as const;

export type Language = keyof typeof LANGUAGES;

/** What the reader chose: a language, or what the browser makes of its own. */
export type LanguageChoice = 'browser' | Language;

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(LANGUAGES, value);
}
