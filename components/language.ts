import type { MessageKey } from '../core/message-key.ts';
/** What an interface needs of `browser.i18n`. */
export interface Localisation {
  getMessage(key: MessageKey | '@@bidi_dir', substitutions?: string[]): string;
  getUILanguage(): string;
}

/** The browser's own language where the words are in a form of it, else that of the words which stand in for it. */
export function languageOf(i18n: Localisation): string {
  const words = i18n.getMessage('language');
  const shown = i18n.getUILanguage();
  return shown.split('-')[0] === words.split('-')[0] ? shown : words;
}
