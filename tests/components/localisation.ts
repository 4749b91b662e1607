import { readFileSync } from 'node:fs';
import type { Language } from '../../core/languages.ts';
import { createLocalisation, type Localisation, readMessages } from '../../core/localisation.ts';

/** The real words of a language, as a browser would give them whose interface is in it. */
export function localisationIn(language: Language): Localisation {
  const file = readFileSync(`public/_locales/${language}/messages.json`, 'utf8');
  return createLocalisation(readMessages(JSON.parse(file) as Parameters<typeof readMessages>[0]));
}

export const localisation = localisationIn('en');
