import browser from 'webextension-polyfill';
import type { LibraryViewRequests } from '../core/protocol/library-page.ts';
import { type Ask, createBackgroundAsk } from '../core/protocol/wire.ts';
import { inTime } from './ask.ts';

/** Milliseconds after which no answer of the background's is waited for. */
const PATIENCE = 10_000;

const askPatiently = createBackgroundAsk<LibraryViewRequests>((message) => browser.runtime.sendMessage(message));

/** Asks the background about the library; rejects where it cannot be reached, fails twice, or does not answer in time. */
export const askLibrary: Ask<LibraryViewRequests> = (name, request) =>
  inTime(askPatiently(name, request), name, PATIENCE);
