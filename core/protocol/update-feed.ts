import type { FeedId } from '../model/ids.ts';
import type { AccountRefusal, AccountRequests } from './accounts.ts';
import type { Ask } from './wire.ts';

/**
 * What became of bringing a feed up to date. `under-way`: its posts are being read; `unknown`: there is no account to read,
 * as of a page that was saved as text.
 */
export type Update = AccountRefusal | { readonly kind: 'under-way' } | { readonly kind: 'unknown' };

/** Has a feed brought up to date; its account is found first where that is not known yet. Rejects without an answer. */
export async function updateFeed(ask: Ask<AccountRequests>, feed: FeedId): Promise<Update> {
  const { accounts, bundled } = await ask('readAccounts', {});
  const account = accounts.find((each) => each.feed === feed);
  if (account !== undefined) {
    await ask('refreshAccounts', { did: account.did });
    return { kind: 'under-way' };
  }
  if (!bundled.some(({ id }) => id === feed)) return { kind: 'unknown' };
  const answer = await ask('bringUpToDate', { feed });
  return answer.ok ? { kind: 'under-way' } : answer.error;
}
