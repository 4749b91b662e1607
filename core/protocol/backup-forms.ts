import { type BackupItems, SECTIONS, type Section } from '../backup/format.ts';
import { ITEM_FORMS } from '../backup/item-forms.ts';
import { type BackupRequests, REMOVALS, type SectionItems } from './backup.ts';
import { flag, listOf, oneOf, orNull, type Read, shape, text, time, whole } from './shapes.ts';
import type { RequestOf } from './wire.ts';

const MOST_ITEMS = 1000;
const MAX_PLACE_LENGTH = 10_000;

type Forms = { readonly [Name in keyof BackupRequests]: Read<RequestOf<BackupRequests, Name>> };

const section = oneOf(...SECTIONS);

const part: Read<SectionItems> = (value) => {
  const named = shape<{ section: Section }>({ section })(value);
  return named && itemsOf(named.section, value);
};

function itemsOf<Name extends Section>(name: Name, value: unknown): SectionItems | undefined {
  const form: Read<BackupItems[Name]> = ITEM_FORMS[name];
  const found = shape<{ items: readonly BackupItems[Name][] }>({ items: listOf(form, MOST_ITEMS) })(value);
  return found && ({ section: name, items: found.items } as SectionItems);
}

/** The form of each request about backups. */
export const BACKUP_FORMS: Forms = {
  readBackupPart: shape<RequestOf<BackupRequests, 'readBackupPart'>>({
    section,
    after: orNull(text(MAX_PLACE_LENGTH)),
  }),
  noteBackup: shape({ changes: whole }),
  beginRestore: shape({ hasFeeds: flag }),
  takeRestorePart: shape({ number: whole, part }),
  planRestore: shape({ number: whole }),
  applyRestore: shape({ number: whole, bringsBack: flag }),
  dropRestore: shape({ number: whole }),
  removeOwn: shape<RequestOf<BackupRequests, 'removeOwn'>>({ what: oneOf(...REMOVALS), until: time }),
};
