import browser from 'webextension-polyfill';
import type { Localisation } from '../core/localisation.ts';
import type { MessageKey } from '../core/message-key.ts';

/** The words that were lent to this context, for its reader chose a language; else those that the browser chooses. */
export function words(): Localisation {
  return globalThis.ifgGlossWords ?? browser.i18n;
}

export function translate(key: MessageKey, ...substitutions: readonly string[]): string {
  return words().getMessage(key, [...substitutions]);
}
