import browser from 'webextension-polyfill';
import type { Pause } from '../../core/network/pause.ts';
import { type Check, hasShape, isNumber } from '../../core/shape.ts';

/** What is known of each host, by its name with its port. To be used in turn. */
export interface HostValues<Value> {
  /** Null where nothing is known, or it is damaged. */
  read(host: string): Promise<Value | null>;
  keep(host: string, value: Value | null): Promise<void>;
}

/** Hosts that failed, and until when they are left alone; kept when the browser closes. */
export const pauses: HostValues<Pause> = hostValues(
  'local',
  'pauses',
  hasShape<Pause>({ failures: isNumber, until: isNumber }),
);

/** When a host was last busy with a request, in milliseconds since 1970; kept until the browser closes. */
export const lastRequests: HostValues<number> = hostValues('session', 'lastRequests', isNumber);

function hostValues<Value>(area: 'local' | 'session', key: string, isValue: Check): HostValues<Value> {
  const readAll = async () => {
    const stored = (await browser.storage[area].get(key))[key];
    const all = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
    return new Map(all.filter(([, value]) => isValue(value)) as [string, Value][]);
  };
  return {
    read: async (host) => (await readAll()).get(host) ?? null,
    async keep(host, value) {
      const all = await readAll();
      if (value === null) all.delete(host);
      else all.set(host, value);
      await browser.storage[area].set({ [key]: Object.fromEntries(all) });
    },
  };
}
