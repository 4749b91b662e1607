import browser from 'webextension-polyfill';
import type { MessageKey } from '../core/message-key.ts';

export function translate(key: MessageKey, ...substitutions: readonly string[]): string {
  return browser.i18n.getMessage(key, [...substitutions]);
}
