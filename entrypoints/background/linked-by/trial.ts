import type { Storage } from 'webextension-polyfill';
import { hasShape, isNumber, isText } from '../../../core/shape.ts';
import type { SearchTrial } from './ask-network.ts';

const KEY = 'searchRefused';
const DAY = 24 * 3_600_000;

interface Refused {
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const isRefused = hasShape<Refused>({ by: isText, at: isNumber });

interface Doors {
  readonly storage: Pick<Storage.StorageArea, 'get' | 'set'>;
  readonly now: () => number;
  /** The service that is asked. */
  readonly readService: () => Promise<string>;
}

/** Remembers for a day that a service's search does not answer; another service is tried at once. */
export function createTrial({ storage, now, readService }: Doors): SearchTrial {
  return {
    async isDue() {
      const [service, stored] = await Promise.all([readService(), storage.get(KEY)]);
      const last: unknown = stored[KEY];
      if (!isRefused(last)) return true;
      const { by, at } = last as Refused;
      return by !== service || at > now() || at + DAY <= now();
    },
    async noteRefusal() {
      await storage.set({ [KEY]: { by: await readService(), at: now() } satisfies Refused });
    },
  };
}
