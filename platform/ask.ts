import browser from 'webextension-polyfill';
import type { BackgroundRequests } from '../core/protocol/background-requests.ts';
import { type Ask, createBackgroundAsk } from '../core/protocol/wire.ts';

/** Milliseconds after which no answer of the background's is waited for. */
const PATIENCE = 10_000;

const askPatiently = createBackgroundAsk<BackgroundRequests>((message) => browser.runtime.sendMessage(message));

/** Asks the background; rejects where it cannot be reached, fails twice, or does not answer in time. */
export const ask: Ask<BackgroundRequests> = (name, request) => inTime(askPatiently(name, request), name, PATIENCE);

/** An answer to what has a name, as long as it comes in so many milliseconds; rejects where it does not. */
export function inTime<Answer>(answer: Promise<Answer>, name: string, patience: number): Promise<Answer> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, patience, new Error(`No answer to ${name} in time.`));
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
