import type { TestBsky } from '@atproto/dev-env';
import { canonicalAddress } from '../../core/address/canonical.ts';
import { linksIn } from './link-index.ts';

/** What the AppView calls the switch. */
const GATE = 'search:v2:enable';

interface Asked {
  readonly filters?: { readonly urls?: readonly string[] };
  readonly params?: { readonly limit?: number; readonly cursor?: string };
}

/**
 * Has the AppView offer `app.bsky.feed.searchPostsV2`, whose index is a stand-in over the AppView's own posts: Bluesky's is
 * not published. Addresses are compared as its open search does: whatever scheme, `www.`, slash and trackers they have. All
 * else, as who may ask for what, is the AppView's own.
 */
export function offerSearch({ ctx, db }: TestBsky, isOffered: boolean): void {
  const { featureGatesClient: gates, dataplane } = ctx;
  if (!isOffered) {
    for (const [target, name] of [
      [gates, 'scope'],
      [dataplane, 'searchPostsV2'],
    ] as const)
      Reflect.deleteProperty(target, name);
    return;
  }
  const scope = Object.getPrototypeOf(gates).scope as typeof gates.scope;
  define(gates, 'scope', (context: object) => ({
    ...scope.call(gates, context),
    checkGate: (gate: string) => gate === GATE,
  }));
  define(dataplane, 'searchPostsV2', async ({ filters, params }: Asked) => {
    const wanted = new Set((filters?.urls ?? []).map(canonicalAddress));
    const { rows } = await db.pool.query(
      `SELECT uri, json FROM record WHERE uri LIKE '%/app.bsky.feed.post/%' ORDER BY "indexedAt" DESC`,
      [],
    );
    const found = (rows as { uri: string; json: string }[]).filter(({ json }) =>
      [...linksIn(JSON.parse(json), '')].some((link) => wanted.has(canonicalAddress(link.split(' ')[1] ?? ''))),
    );
    const from = Number(params?.cursor || 0);
    const to = from + (params?.limit ?? 25);
    return {
      posts: found.slice(from, to).map(({ uri }) => ({ uri, score: 0 })),
      pageInfo: { cursor: to < found.length ? String(to) : '', hitsTotal: BigInt(found.length) },
      detectedQueryLanguages: [],
    };
  });
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}
