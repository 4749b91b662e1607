import browser from 'webextension-polyfill';
import type { AccountRequests } from '../core/protocol/accounts.ts';
import { type Ask, createBackgroundAsk } from '../core/protocol/wire.ts';
import { inTime } from './in-time.ts';

/** Milliseconds after which no answer of the background's is waited for: it may have to wait for the network, in turn. */
const PATIENCE = 60_000;

const askPatiently = createBackgroundAsk<AccountRequests>((message) => browser.runtime.sendMessage(message));

/** Asks the background about accounts; rejects where it cannot be reached, fails twice, or does not answer in time. */
export const askAccounts: Ask<AccountRequests> = (name, request) => inTime(askPatiently(name, request), name, PATIENCE);
