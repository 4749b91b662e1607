import { type Check, hasShape, isTruth } from '../shape.ts';
import type { Purpose } from './purpose.ts';
import { publicServices, readService, type Services } from './services.ts';

/** What the reader lets the extension ask, and whom; kept in the extension's local storage under `network`. */
export interface Consent {
  readonly on: Readonly<Record<Purpose, boolean>>;
  readonly services: Services;
}

export const CONSENT_KEY = 'network';

export const noConsent: Consent = { on: { refresh: false, accounts: false, ask: false }, services: publicServices };

const isSwitch: Check = (value) => value === undefined || isTruth(value);
const isService: Check = (value) => {
  if (value === undefined) return true;
  const read = typeof value === 'string' && readService(value);
  return read !== false && read.ok && read.value === value;
};
const isConsent = hasShape<Consent>({
  on: hasShape<Consent['on']>({ refresh: isSwitch, accounts: isSwitch, ask: isSwitch }),
  services: hasShape<Services>({ appView: isService, plc: isService, linkIndex: isService }),
});

/**
 * Reads what is stored, of any age or shape. What is missing gets its default, which is off; where anything is damaged all is
 * off, for nobody can say any more what the reader meant, or whom to ask.
 */
export function parseConsent(stored: unknown): Consent {
  if (!isConsent(stored)) return noConsent;
  const { on, services } = stored as { readonly on: Partial<Consent['on']>; readonly services: Partial<Services> };
  return {
    on: { refresh: on.refresh === true, accounts: on.accounts === true, ask: on.ask === true },
    services: {
      appView: services.appView ?? publicServices.appView,
      plc: services.plc ?? publicServices.plc,
      linkIndex: services.linkIndex ?? publicServices.linkIndex,
    },
  };
}
