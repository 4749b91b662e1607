import { type Consent, noConsent } from '../../../core/network/consent.ts';
import type { LoggedRequest } from '../../../core/network/logged-request.ts';
import type { Pause } from '../../../core/network/pause.ts';
import type { Asked, Doors } from '../../../platform/network/requests.ts';

export const NOON = Date.UTC(2026, 10, 29, 12);

export const PROFILE: Asked = {
  service: 'appView',
  path: '/xrpc/app.bsky.actor.getProfile?actor=someone.example',
  purpose: 'accounts',
};

/** Doors to a browser in which all is switched on, with a clock that only waiting moves; what passes is kept beside them. */
export function openDoors(origin = 'https://app.example') {
  const world = {
    now: NOON,
    consent: { ...noConsent, on: { refresh: true, accounts: true, ask: true } } as Consent,
    watchers: new Set<(after: Consent) => void>(),
    isUnnamed: true,
    waits: [] as number[],
    log: [] as LoggedRequest[],
    pauses: new Map<string, Pause>(),
    lastRequests: new Map<string, number>(),
  };
  world.consent = { ...world.consent, services: { ...world.consent.services, appView: origin } };
  let turn: Promise<unknown> = Promise.resolve();
  const doors: Doors = {
    fetch: async () => Response.json({}),
    now: () => world.now,
    wait: async (milliseconds) => {
      world.waits.push(milliseconds);
      world.now += milliseconds;
    },
    isOffline: () => false,
    readConsent: async () => world.consent,
    watchConsent: (onChange, signal) => {
      world.watchers.add(onChange);
      signal.addEventListener('abort', () => world.watchers.delete(onChange));
    },
    isUnnamed: async () => world.isUnnamed,
    log: {
      sent: async (request) => void world.log.push(request),
      outcome: async (outcome) => void Object.assign(world.log.at(-1) ?? {}, outcome),
    },
    pauses: hostValues(world.pauses),
    lastRequests: hostValues(world.lastRequests),
    inTurn: (act) => {
      const mine = turn.then(act);
      turn = mine.catch(() => null);
      return mine;
    },
  };
  return { world, doors };
}

function hostValues<Value>(values: Map<string, Value>) {
  return {
    read: async (host: string) => values.get(host) ?? null,
    keep: async (host: string, value: Value | null) =>
      void (value === null ? values.delete(host) : values.set(host, value)),
  };
}
