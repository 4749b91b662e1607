import browser from 'webextension-polyfill';
import { patternsOfSite } from '../../core/access.ts';
import { readConsent, watchConsent } from './consent.ts';
import { lastRequests, pauses } from './hosts.ts';
import { logOutcome, logSent } from './log.ts';
import { createRequests, type Requests } from './requests.ts';

const LOCK = 'ifg-gloss-requests';

/** Requests as they are sent from this context, in turn with those of the extension's other contexts. */
export function browserRequests(): Requests {
  return createRequests({
    now: Date.now,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    isOffline: () => !navigator.onLine,
    readConsent,
    watchConsent,
    // Firefox says which installation asks where the host was withheld; Chrome's origin is the same for all.
    isUnnamed: async (origin) =>
      !import.meta.env.FIREFOX || browser.permissions.contains({ origins: patternsOfSite(new URL(origin).hostname) }),
    log: { sent: logSent, outcome: logOutcome },
    pauses,
    lastRequests,
    inTurn: (act, signal) => navigator.locks.request(LOCK, { signal }, act) as ReturnType<typeof act>,
  });
}
