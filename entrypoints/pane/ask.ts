import browser from 'webextension-polyfill';
import { createBackgroundAsk } from '../../core/messages.ts';

export const ask = createBackgroundAsk((message) => browser.runtime.sendMessage(message));
