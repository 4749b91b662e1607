import type { Did } from '../../core/model/ids.ts';
import type { AccountState } from '../../core/protocol/accounts.ts';

/** What has changed of an account while it was looked at. `read`: it was read to the end; `part`: so far it has got. */
export interface Telling {
  readonly kind: 'began' | 'part' | 'read' | 'stopped' | 'failed' | 'hidden';
  readonly account: AccountState;
  /** Posts that came with the reading; null where that is not known. */
  readonly added: number | null;
}

/** Accounts, and what came of reading them while they were looked at. */
export interface Followed {
  readonly accounts: readonly AccountState[] | null;
  /** Posts of each account before the reading that goes on, or the next one. */
  readonly before: ReadonlyMap<Did, number>;
  /** Posts that came with the last reading, where it was looked at from its beginning. */
  readonly added: ReadonlyMap<Did, number>;
  readonly tellings: readonly Telling[];
}

export const nothingFollowed: Followed = { accounts: null, before: new Map(), added: new Map(), tellings: [] };

/** Parts of a reading that are told of. */
const PARTS = 4;

/** What is known once accounts are in another state. */
export function follow(last: Followed, accounts: readonly AccountState[]): Followed {
  const before = new Map<Did, number>();
  const added = new Map<Did, number>();
  const tellings: Telling[] = [];
  for (const account of accounts) {
    const { did, posts, originals, reading } = account;
    const was = last.accounts?.find((each) => each.did === did) ?? null;
    const from = last.before.get(did) ?? (account.readAt === null ? 0 : null);
    const kind = was === null ? null : tell(was, account);
    const came = from === null ? null : Math.max(0, posts - Math.max(from, originals));
    const latest = kind === 'read' ? came : (last.added.get(did) ?? null);
    if (latest !== null && reading === null && account.failure === null) added.set(did, latest);
    if (reading === null && account.failure === null) before.set(did, posts);
    else if (from !== null) before.set(did, from);
    if (kind !== null) tellings.push({ kind, account, added: kind === 'read' ? came : null });
  }
  return { accounts, before, added, tellings };
}

function tell(was: AccountState, is: AccountState): Telling['kind'] | null {
  if (is.hidden !== was.hidden && is.hidden !== null) return 'hidden';
  if (is.failure !== null && JSON.stringify(is.failure) !== JSON.stringify(was.failure)) return 'failed';
  if (is.reading !== null) {
    if (was.reading === null) return 'began';
    return partOf(is) > partOf(was) ? 'part' : null;
  }
  if (is.readAt !== null && is.readAt !== was.readAt) return 'read';
  return was.reading === null || is.failure !== null ? null : 'stopped';
}

function partOf({ reading }: AccountState): number {
  if (reading === null || reading.of === null || reading.of <= 0) return 0;
  return Math.min(PARTS - 1, Math.floor((PARTS * reading.posts) / reading.of));
}
