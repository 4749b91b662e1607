import { CONSENT_KEY, type Consent, parseConsent } from '../../core/network/consent.ts';
import type { Purpose } from '../../core/network/purpose.ts';
import { changeStored, readStored, watchStored } from '../stored.ts';

export const readConsent = (): Promise<Consent> => readStored(CONSENT_KEY, parseConsent);

/** Changes what the reader lets the extension ask, as it is then. Rejects where the browser does not store it. */
export function changeConsent(change: (latest: Consent) => Consent): Promise<void> {
  return changeStored(CONSENT_KEY, parseConsent, change);
}

/** Switches a purpose on or off. Rejects where the browser does not store it. */
export function switchPurposes(purposes: readonly Purpose[], isOn: boolean): Promise<void> {
  const switched = Object.fromEntries(purposes.map((purpose) => [purpose, isOn]));
  return changeConsent(({ on, services }) => ({ services, on: { ...on, ...switched } }));
}

/** Calls back after each change, whoever made it, until the signal aborts. */
export function watchConsent(onChange: (after: Consent) => void, signal?: AbortSignal): void {
  watchStored(CONSENT_KEY, (after) => onChange(parseConsent(after)), signal);
}
