import browser from 'webextension-polyfill';
import type { BackgroundRequests } from '../core/protocol/background-requests.ts';
import { type Ask, createBackgroundAsk } from '../core/protocol/wire.ts';

/** Milliseconds after which no answer of the background's is waited for. */
const PATIENCE = 10_000;

const askPatiently = createBackgroundAsk<BackgroundRequests>((message) => browser.runtime.sendMessage(message));

/** Asks the background; rejects where it cannot be reached, fails twice, or does not answer in time. */
export const ask: Ask<BackgroundRequests> = (name, request) => {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, PATIENCE, new Error(`No answer to ${name} in time.`));
  return Promise.race([askPatiently(name, request), late]).finally(() => clearTimeout(timer));
};
