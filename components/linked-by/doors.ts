import { createContext } from 'preact';
import type { Handle } from '../../core/model/ids.ts';
import type { Services } from '../../core/network/services.ts';
import type { LastLinkedBy, LinkedByRequests } from '../../core/protocol/linked-by.ts';
import type { Ask } from '../../core/protocol/wire.ts';

/** What asking who linked to a page needs of the extension around it; the same functions as long as it is there. */
export interface LinkedByDoors {
  readonly ask: Ask<LinkedByRequests>;
  /** Whether the reader has switched it on. */
  readonly mayAsk: () => Promise<boolean>;
  /** Whom the reader lets the extension ask. */
  readonly readServices: () => Promise<Services>;
  /** Calls back when the reader has switched it on or off, and when a page was asked about elsewhere; gives what ends it. */
  readonly onChange: (listener: () => void) => () => void;
  /** Leads to where an account is looked at and added. */
  readonly onAddAccount: (account: Handle) => void;
  /** Leads to where the reader switches this on, and then asks. */
  readonly onNeedConsent: (address: string) => void;
}

/** A page that the reader asks about. */
export interface Linked {
  readonly address: string;
  readonly title: string;
}

/** The ways from what is said of a page to who linked to it, and back `from` where the focus comes again. */
export interface LinkedByWays {
  readonly read: (address: string) => Promise<LastLinkedBy>;
  readonly readServices: LinkedByDoors['readServices'];
  readonly onChange: LinkedByDoors['onChange'];
  /** Has it asked, or leads to where the reader is told what that sends to whom. */
  readonly onAsk: (linked: Linked, from: HTMLElement) => void;
  /** Shows what was told already. */
  readonly onShow: (linked: Linked, from: HTMLElement) => void;
}

export const LinkedByContext = createContext<LinkedByWays | null>(null);
