import type { BackupItems, Section } from '../../../core/backup/format.ts';
import type { BackupPart } from '../../../core/protocol/backup.ts';
import type { BackupDoors } from './doors.ts';

type Doors = Pick<BackupDoors, 'own' | 'feeds' | 'kept' | 'settings' | 'searches'>;

/** Items in one part; a record of the reader's own may be long. */
const OWN_IN_PART = 50;
const POSTS_IN_PART = 500;
const KEPT_IN_PART = 500;

/** Reads what is backed up in parts, each as it is then. */
export function createBackupReader({ own, feeds, kept, settings, searches }: Doors) {
  const readOwn = async (after: string | null) => {
    const records = (await own.readAll()).toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const items = records.filter(({ id }) => after === null || id > after).slice(0, OWN_IN_PART);
    return { items, next: items.length < OWN_IN_PART ? null : (items.at(-1)?.id ?? null) };
  };
  const readText = async (after: string | null) => {
    const texts = (await feeds.readTexts()).toSorted((one, other) => (one.feed < other.feed ? -1 : 1));
    const [row, more] = texts.filter(({ feed }) => after === null || feed > after);
    return {
      items: row === undefined ? [] : [{ text: row.text }],
      next: more === undefined ? null : (row?.feed ?? null),
    };
  };
  const readPosts = async (after: string | null) => {
    const items = await feeds.readPosts(after, POSTS_IN_PART);
    const last = items.at(-1);
    return { items, next: items.length < POSTS_IN_PART || last === undefined ? null : `${last.did} ${last.uri}` };
  };
  const readKept = async (after: string | null) => {
    const rows = (await kept.readAll()).toSorted((one, other) => (one.uri < other.uri ? -1 : 1));
    const items = rows.filter(({ uri }) => after === null || uri > after).slice(0, KEPT_IN_PART);
    return { items, next: items.length < KEPT_IN_PART ? null : (items.at(-1)?.uri ?? null) };
  };
  type Parts = {
    readonly [Name in Section]: (
      after: string | null,
    ) => Promise<{ readonly items: readonly BackupItems[Name][]; readonly next: string | null }>;
  };
  const parts: Parts = {
    settings: async () => ({ items: [await settings.read()], next: null }),
    searches: async () => ({ items: await searches.read(), next: null }),
    own: readOwn,
    accounts: async () => ({ items: await feeds.readAccounts(), next: null }),
    texts: readText,
    posts: readPosts,
    kept: readKept,
  };
  return async (section: Section, after: string | null): Promise<BackupPart> =>
    ({ section, ...(await parts[section](after)) }) as BackupPart;
}
