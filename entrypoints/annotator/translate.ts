import browser from 'webextension-polyfill';

export function translate(key: string, ...substitutions: readonly string[]): string {
  return browser.i18n.getMessage(key, [...substitutions]);
}
