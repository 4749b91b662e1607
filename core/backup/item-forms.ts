import { keptForm } from '../linked-by/kept-form.ts';
import type { Did } from '../model/ids.ts';
import { keptRecord } from '../own/forms.ts';
import { oneOf, orNull, type Read, shape, text, time } from '../protocol/shapes.ts';
import { parseSavedSearches, type SavedSearch } from '../saved-searches.ts';
import { parseSettings, type Settings } from '../settings.ts';
import type { Keep } from '../sources/bluesky/kept.ts';
import { readDid } from '../sources/bluesky/names.ts';
import { MAX_NAME_LENGTH } from '../sources/limits.ts';
import { postForm, profileForm } from '../sources/source-forms.ts';
import type { BackedUpAccount, BackedUpPost, BackedUpText, BackupItems, Section } from './format.ts';

const name = text(MAX_NAME_LENGTH);
/** UTF-16 units of a page that was saved as text. */
const MAX_PAGE_LENGTH = 50_000_000;

/** Nothing else names an account. */
const did: Read<Did> = (value) => readDid(value) ?? undefined;
/** What is out of range is as it is by default, as in settings that were stored. */
const settings: Read<Settings> = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? parseSettings(value) : undefined;
const search: Read<SavedSearch> = (value) => {
  const [found] = parseSavedSearches([value]);
  return found;
};

/** How the items of each section are read. */
export const ITEM_FORMS: { readonly [Name in Section]: Read<BackupItems[Name]> } = {
  settings,
  searches: search,
  own: keptRecord,
  accounts: shape<BackedUpAccount>({
    did,
    profile: profileForm,
    keep: oneOf<Keep>('reports', 'all'),
    readAt: orNull(time),
    sweptAt: orNull(time),
  }),
  texts: shape<BackedUpText>({ text: text(MAX_PAGE_LENGTH) }),
  posts: shape<BackedUpPost>({ did, uri: name, cid: name, post: postForm, seen: time }),
  kept: keptForm,
};
