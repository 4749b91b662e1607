import browser from 'webextension-polyfill';
import type { Translate } from '../../components/words.ts';

export const translate: Translate = (key, ...substitutions) => browser.i18n.getMessage(key, [...substitutions]);
