import type { LibraryPageRequests } from '../../../core/protocol/library-page.ts';
import type { Ask } from '../../../core/protocol/wire.ts';
import type { SavedSearch } from '../../../core/saved-searches.ts';

/** How many hits of each search are new, one after another: whoever searches meanwhile does not wait long. */
export async function countFresh(
  ask: Ask<LibraryPageRequests>,
  searches: readonly SavedSearch[],
): Promise<ReadonlyMap<string, number>> {
  const fresh = new Map<string, number>();
  for (const { id, text, order, seenAt } of searches) {
    const { counts, instead } = await ask('search', { text, order, start: 0, most: 0, from: null, newSince: seenAt });
    // What holds other words than those that were saved is not what its reader waits for.
    fresh.set(id, instead === null ? counts.new : 0);
  }
  return fresh;
}
