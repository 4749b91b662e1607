import browser from 'webextension-polyfill';
import { type BackgroundRequests, createAsk } from '../../core/messages.ts';

export const ask = createAsk<BackgroundRequests>((message) => browser.runtime.sendMessage(message));
