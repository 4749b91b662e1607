import type { MessageKey } from './message-key.ts';

/** Where words come from; the browser's `i18n` is one. */
export interface Localisation {
  /** A sentence of `_locales`, its places filled; empty where there is none. */
  getMessage(key: MessageKey, substitutions?: string[]): string;
  /** The browser's own language, as BCP 47. */
  getUILanguage(): string;
}

/** The sentences of a language by their keys, with `$1` to `$9` for what is put into them. */
export type Messages = Readonly<Record<string, string>>;

/** Reads a file of `_locales`. */
export function readMessages(file: Readonly<Record<string, { readonly message: string }>>): Messages {
  return Object.fromEntries(Object.entries(file).map(([key, { message }]) => [key, message]));
}

/** Says what some messages say, as a browser would that is in their language. */
export function createLocalisation(messages: Messages): Localisation {
  return {
    getMessage: (key, substitutions = []) =>
      (messages[key] ?? '').replaceAll(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? ''),
    getUILanguage: () => messages.language ?? '',
  };
}

/** The language of dates and numbers, as BCP 47: the browser's own where the words are in a form of it, else that of the words. */
export function languageOf(words: Localisation): string {
  const said = words.getMessage('language');
  const shown = words.getUILanguage();
  return shown.split('-')[0] === said.split('-')[0] ? shown : said;
}
