import type { AccountRequests } from './accounts.ts';
import type { BackupRequests } from './backup.ts';
import type { BearingRequests } from './bearing.ts';
import type { ExtensionRequests } from './extension-requests.ts';
import type { FrameRequests } from './frame-requests.ts';
import type { LibraryPageRequests } from './library-page.ts';
import type { LinkedByRequests } from './linked-by.ts';
import type { OwnRequests } from './own.ts';
import type { OwnFrameRequests } from './own-frame.ts';
import type { PageRequests } from './page-requests.ts';

/** What the browser says of who sends a message. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/**
 * One of the extension's own pages, or that of them which stands in pages; or a script of ours: in a tab's page, or in a
 * frame of it.
 */
export type Asker = 'extension' | 'own-frame' | 'page' | 'frame';

/** The only page of ours that others may have in them, from the extension's root. */
export const OWN_FRAME = 'own-frame.html';

/** What an extension is known by: its id, and the address that its pages begin with. */
export interface Own {
  readonly id: string;
  readonly root: string;
}

/** Who asks; null where it is nobody of ours. A page that has broken out of its sandbox speaks as a script of ours. */
export function askerOf({ id, url = '', frameId, tab }: Sender, own: Own): Asker | null {
  if (id !== own.id) return null;
  if (url.startsWith(own.root)) return url.split(/[?#]/, 1)[0] === own.root + OWN_FRAME ? 'own-frame' : 'extension';
  if (tab?.id === undefined || frameId === undefined) return null;
  return frameId === 0 ? 'page' : 'frame';
}

const ANY_FRAME = ['page', 'frame'] as const;
const PAGE = ['page'] as const;
const EXTENSION = ['extension'] as const;
const IN_PAGE = ['own-frame'] as const;

type Askers<Requests, Who extends readonly Asker[]> = { readonly [Name in keyof Requests]: Who };

/** Who may ask for what. What tells of any tab, or of the library as a whole, is for the extension's own pages. */
export const ASKERS: Askers<FrameRequests, typeof ANY_FRAME> &
  Askers<PageRequests, typeof PAGE> &
  Askers<OwnFrameRequests, typeof IN_PAGE> &
  Askers<
    ExtensionRequests &
      LibraryPageRequests &
      AccountRequests &
      OwnRequests &
      BackupRequests &
      LinkedByRequests &
      BearingRequests,
    typeof EXTENSION
  > = {
  resolveLinks: ANY_FRAME,
  prepareTexts: ANY_FRAME,
  reportMarks: ANY_FRAME,
  drawForms: ANY_FRAME,
  describeLink: ANY_FRAME,
  describeMoreOfLink: ANY_FRAME,
  openCardOutside: ANY_FRAME,
  closeCardOutside: ANY_FRAME,
  tellCardClosed: ANY_FRAME,
  closeOtherCards: ANY_FRAME,
  openUpdate: ANY_FRAME,
  openInLibrary: ANY_FRAME,
  admitToLink: ANY_FRAME,
  admitToPage: PAGE,
  describeOwnGlance: IN_PAGE,
  sizeOwnFrame: IN_PAGE,
  leaveOwnFrame: IN_PAGE,
  showInLibrary: IN_PAGE,
  showSiteOff: PAGE,
  describePage: PAGE,
  describeMoreOfPage: PAGE,
  findPassages: PAGE,
  describeTab: EXTENSION,
  listMarks: EXTENSION,
  describeSample: EXTENSION,
  lookUp: EXTENSION,
  describeFound: EXTENSION,
  describeMore: EXTENSION,
  readLibraryState: EXTENSION,
  search: EXTENSION,
  listPublications: EXTENSION,
  describePublication: EXTENSION,
  listThreads: EXTENSION,
  describeThread: EXTENSION,
  describePost: EXTENSION,
  comparePublications: EXTENSION,
  listRecommendations: EXTENSION,
  readAccounts: EXTENSION,
  previewAccount: EXTENSION,
  addAccount: EXTENSION,
  bringUpToDate: EXTENSION,
  keepPosts: EXTENSION,
  removeAccount: EXTENSION,
  refreshAccounts: EXTENSION,
  stopReading: EXTENSION,
  readFresh: EXTENSION,
  seeFresh: EXTENSION,
  changeSchedule: EXTENSION,
  beginImport: EXTENSION,
  importPosts: EXTENSION,
  endImport: EXTENSION,
  cancelImport: EXTENSION,
  importText: EXTENSION,
  removeText: EXTENSION,
  suggestMentioned: EXTENSION,
  suggestFollowed: EXTENSION,
  findOwn: EXTENSION,
  listOwn: EXTENSION,
  changeNote: EXTENSION,
  changeFollowUp: EXTENSION,
  countActedOn: EXTENSION,
  describeOwn: EXTENSION,
  acknowledgeRepairs: EXTENSION,
  readBackupPart: EXTENSION,
  noteBackup: EXTENSION,
  beginRestore: EXTENSION,
  takeRestorePart: EXTENSION,
  planRestore: EXTENSION,
  applyRestore: EXTENSION,
  dropRestore: EXTENSION,
  removeOwn: EXTENSION,
  askLinkedBy: EXTENSION,
  readLinkedBy: EXTENSION,
  keepPost: EXTENSION,
  dropKeptPost: EXTENSION,
  listKeptPosts: EXTENSION,
  lookForBearing: EXTENSION,
  readBearing: EXTENSION,
  showBearing: EXTENSION,
  listChoices: EXTENSION,
  readSelection: EXTENSION,
  findPageEvidence: EXTENSION,
  markPageEvidence: EXTENSION,
};
