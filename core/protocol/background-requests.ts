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

/** All that the background is asked; `senders.ts` says by whom, and `forms.ts` in which form. */
export type BackgroundRequests = FrameRequests &
  PageRequests &
  ExtensionRequests &
  LibraryPageRequests &
  OwnFrameRequests &
  AccountRequests &
  OwnRequests &
  BackupRequests &
  LinkedByRequests &
  BearingRequests;
