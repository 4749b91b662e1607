import type { FeedId } from '../core/model/ids.ts';
import { ask } from './ask.ts';

/** For scripts in pages: has the extension's own page opened that brings a feed up to date. */
export async function openUpdate(feed: FeedId): Promise<null> {
  // Where that fails there is no extension any more, and what was clicked goes too.
  await ask('openUpdate', { feed }).catch(() => null);
  return null;
}
