import type { Keep } from '../sources/bluesky/kept.ts';
import { fetchedPostForm } from '../sources/fetched-post.ts';
import { MAX_NAME_LENGTH } from '../sources/limits.ts';
import { profileForm } from '../sources/source-forms.ts';
import { type AccountRequests, type ImportedAccount, MOST_IMPORTED, type Schedule } from './accounts.ts';
import { flag, listOf, oneOf, orNull, type Read, shape, text, time } from './shapes.ts';
import type { RequestOf } from './wire.ts';

/** UTF-16 units of a page that was saved as text. */
const MAX_PAGE_LENGTH = 50_000_000;

const nothing = shape<Record<string, never>>({});
const name = text(MAX_NAME_LENGTH);
const keep = oneOf<Keep>('reports', 'all');

type Forms = { readonly [Name in keyof AccountRequests]: Read<RequestOf<AccountRequests, Name>> };

/** The form of each request about accounts. */
export const ACCOUNT_FORMS: Forms = {
  readAccounts: nothing,
  previewAccount: shape({ actor: name }),
  addAccount: shape<RequestOf<AccountRequests, 'addAccount'>>({ did: name, keep }),
  bringUpToDate: shape({ feed: name }),
  keepPosts: shape<RequestOf<AccountRequests, 'keepPosts'>>({ did: name, keep }),
  removeAccount: shape({ did: name }),
  refreshAccounts: shape({ did: orNull(name) }),
  stopReading: shape({ did: orNull(name) }),
  readFresh: nothing,
  seeFresh: shape({ publication: name }),
  changeSchedule: shape({ schedule: oneOf<Schedule>('never', 'daily', 'weekly', 'opening') }),
  beginImport: shape<ImportedAccount>({ did: name, profile: profileForm, keep, isWhole: flag }),
  importPosts: shape({
    number: time,
    posts: listOf(fetchedPostForm, MOST_IMPORTED),
  }),
  endImport: shape({ number: time }),
  cancelImport: shape({ number: time }),
  importText: shape({ text: text(MAX_PAGE_LENGTH) }),
  removeText: shape({ feed: name }),
  suggestMentioned: nothing,
  suggestFollowed: shape({ did: name, cursor: orNull(name) }),
};
