import type { BackupHead, BackupItems, Section } from '../../../core/backup/format.ts';
import { ITEM_FORMS } from '../../../core/backup/item-forms.ts';
import { type BackupSource, packBackup } from '../../../core/backup/pack.ts';
import { readBackup } from '../../../core/backup/read.ts';
import type { BackupPart, BackupRequests } from '../../../core/protocol/backup.ts';
import type { Ask } from '../../../core/protocol/wire.ts';

type AskBackup = Ask<Pick<BackupRequests, 'readBackupPart'>>;

/** Which items are taken; all of a section where it is not named. */
export type Wanted = { readonly [Name in Section]?: (item: BackupItems[Name]) => boolean };

const NONE = () => false;
export const WITHOUT_FEEDS: Wanted = { posts: NONE };

/**
 * A backup of what there is, packed, and read again: what cannot be restored is none. Rejects with BackupTooBig, and where the
 * background does not answer, or the file cannot be read.
 */
export async function makeBackup(ask: AskBackup, head: BackupHead, wanted: Wanted = {}): Promise<Blob> {
  const read = <Name extends Section>(section: Name) => readSection(ask, section, wanted[section]);
  const dids = new Set<string>();
  const source: BackupSource = {
    settings: () => read('settings'),
    searches: () => read('searches'),
    own: () => read('own'),
    accounts: () => noting(dids, head.hasFeeds ? read('accounts') : asUnread(read('accounts'))),
    texts: () => read('texts'),
    // Accounts may be added meanwhile. What no reader takes would spoil all else.
    posts: () => only(read('posts'), (post) => dids.has(post.did) && ITEM_FORMS.posts(post) !== undefined),
    kept: () => only(read('kept'), (post) => ITEM_FORMS.kept(post) !== undefined),
  };
  const file = await packBackup(head, source);
  const again = await readBackup(file);
  if (!again.ok) throw new Error(`It cannot be read again: ${JSON.stringify(again.error)}`);
  return file;
}

async function* noting(
  dids: Set<string>,
  accounts: AsyncIterable<readonly BackupItems['accounts'][]>,
): AsyncGenerator<readonly BackupItems['accounts'][]> {
  for await (const items of accounts) {
    for (const { did } of items) dids.add(did);
    yield items;
  }
}

async function* only<Item>(
  all: AsyncIterable<readonly Item[]>,
  isTaken: (item: Item) => boolean,
): AsyncGenerator<readonly Item[]> {
  for await (const items of all) yield items.filter(isTaken);
}

async function* readSection<Name extends Section>(
  ask: AskBackup,
  section: Name,
  isWanted: ((item: BackupItems[Name]) => boolean) | undefined,
): AsyncGenerator<readonly BackupItems[Name][]> {
  if (isWanted === NONE) return;
  for (let after: string | null = null; ; ) {
    const part: BackupPart = await ask('readBackupPart', { section, after });
    const items = part.items as readonly BackupItems[Name][];
    yield isWanted === undefined ? items : items.filter(isWanted);
    after = part.next;
    if (after === null) return;
  }
}

/** Accounts whose posts are not in the file are to be read anew. */
async function* asUnread(
  accounts: AsyncIterable<readonly BackupItems['accounts'][]>,
): AsyncGenerator<readonly BackupItems['accounts'][]> {
  for await (const items of accounts) yield items.map((account) => ({ ...account, readAt: null, sweptAt: null }));
}
