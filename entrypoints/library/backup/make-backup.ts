import type { BackupHead, BackupItems, Section } from '../../../core/backup/format.ts';
import { type BackupSource, packBackup } from '../../../core/backup/pack.ts';
import type { BackupPart, BackupRequests } from '../../../core/protocol/backup.ts';
import type { Ask } from '../../../core/protocol/wire.ts';

type AskBackup = Ask<Pick<BackupRequests, 'readBackupPart'>>;

/** Which items are taken; all of a section where it is not named. */
export type Wanted = { readonly [Name in Section]?: (item: BackupItems[Name]) => boolean };

const NONE = () => false;
export const WITHOUT_FEEDS: Wanted = { posts: NONE };

/** A backup of what there is, packed. Rejects with BackupTooBig, and where the background does not answer. */
export function makeBackup(ask: AskBackup, head: BackupHead, wanted: Wanted = {}): Promise<Blob> {
  const read = <Name extends Section>(section: Name) => readSection(ask, section, wanted[section]);
  const source: BackupSource = {
    settings: () => read('settings'),
    searches: () => read('searches'),
    own: () => read('own'),
    accounts: () => (head.hasFeeds ? read('accounts') : asUnread(read('accounts'))),
    texts: () => read('texts'),
    posts: () => read('posts'),
    kept: () => read('kept'),
  };
  return packBackup(head, source);
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
