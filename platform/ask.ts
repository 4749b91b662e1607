import browser from 'webextension-polyfill';
import type { BackgroundRequests } from '../core/protocol/background-requests.ts';
import { type Ask, createBackgroundAsk } from '../core/protocol/wire.ts';
import { inTime } from './in-time.ts';

/** Milliseconds after which no answer of the background's is waited for. */
const PATIENCE = 10_000;

const askPatiently = createBackgroundAsk<BackgroundRequests>((message) => browser.runtime.sendMessage(message));

/** Asks the background; rejects where it cannot be reached, fails twice, or does not answer in time. */
export const ask: Ask<BackgroundRequests> = (name, request) => inTime(askPatiently(name, request), name, PATIENCE);
