import type { Gloss } from '../core/gloss/gloss.ts';
import type { More, Wanted } from '../core/gloss/more.ts';
import type { LibraryRoute } from '../core/library-route.ts';
import type { FeedId, PublicationId } from '../core/model/ids.ts';
import type { FreshPosts } from '../core/protocol/accounts.ts';
import type { GlossKey } from '../core/protocol/extension-requests.ts';
import type { HitKey, LookUpAnswer, Question } from '../core/protocol/look-up.ts';
import type { MarkPlace } from '../core/protocol/marks.ts';
import type { Update } from '../core/protocol/update-feed.ts';
import type { CopyText } from './copy-button.tsx';
import type { LinkedByDoors } from './linked-by/doors.ts';

/** What a pane asks of the extension around it; the same functions as long as it is there. */
export interface PaneActions {
  readonly lookUp: (question: Question) => Promise<LookUpAnswer>;
  readonly describeFound: (found: HitKey) => Promise<Gloss | null>;
  readonly describeMore: (of: GlossKey, wanted: Wanted) => Promise<More | null>;
  readonly onCopy: CopyText;
  /** Leads to a mark, and tells whether it can be seen; whoever steps from one to the next keeps the pane in view. */
  readonly onShowMark: (place: MarkPlace, isStep: boolean) => Promise<boolean>;
  /** Rejects where the browser does not store it. */
  readonly onSwitchSite: (on: boolean) => Promise<void>;
  /** Asks the reader to let the extension into a site, or into all where null is given. */
  readonly onAllow: (site: string | null) => void;
  readonly onTryAgain: () => void;
  readonly onOpenOptions: () => void;
  /** Shows the library at a route, or where it is. */
  readonly onOpenLibrary: (route: LibraryRoute | null) => void;
  /** Brings a feed up to date, or leads to where its reader is told what that asks of whom. Rejects without an answer. */
  readonly onUpdate: (feed: FeedId) => Promise<Update | 'opened'>;
  /** How many posts about each publication came since its reader last looked at it. */
  readonly readFresh: () => Promise<readonly FreshPosts[]>;
  readonly seeFresh: (publication: PublicationId) => void;
  readonly linkedBy: LinkedByDoors;
  /** Null where there is no side panel to open, or this is it. */
  readonly onOpenSidePanel: (() => void) | null;
}
