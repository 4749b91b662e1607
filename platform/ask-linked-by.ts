import browser from 'webextension-polyfill';
import type { LinkedByRequests } from '../core/protocol/linked-by.ts';
import { type Ask, createBackgroundAsk } from '../core/protocol/wire.ts';
import { inTime } from './in-time.ts';

/** Milliseconds after which no answer of the background's is waited for: asking the network takes a minute at most. */
const PATIENCE = 90_000;

const askPatiently = createBackgroundAsk<LinkedByRequests>((message) => browser.runtime.sendMessage(message));

/** Asks the background who links to a page; rejects where it cannot be reached, fails twice, or does not answer in time. */
export const askLinkedBy: Ask<LinkedByRequests> = (name, request) =>
  inTime(askPatiently(name, request), name, PATIENCE);
