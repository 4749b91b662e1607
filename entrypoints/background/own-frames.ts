import type { Runtime, Scripting, Storage, Tabs } from 'webextension-polyfill';
import type { Gloss } from '../../core/gloss/gloss.ts';
import { readRoute } from '../../core/library-route.ts';
import type { OwnRecord } from '../../core/model/own.ts';
import { glanceAt } from '../../core/own/glance.ts';
import { writtenAbout } from '../../core/own/of-gloss.ts';
import type { OwnFrameRequests, OwnPlaceRequests, OwnTicket } from '../../core/protocol/own-frame.ts';
import type { AnnotatorRequests } from '../../core/protocol/tab-requests.ts';
import { type Answers, createAsk } from '../../core/protocol/wire.ts';
import type { Query } from '../../core/recognise/resolve.ts';
import { isIfgPage } from './ifg-page.ts';
import type { Content } from './library/content.ts';
import type { Parts } from './parts.ts';
import type { Asking } from './tabs.ts';

type Sender = Runtime.MessageSender & { readonly documentId?: string };

export interface OwnFrameNeeds {
  readonly browser: {
    readonly scripting: Pick<Scripting.Static, 'executeScript'>;
    readonly storage: { readonly session: Pick<Storage.StorageArea, 'get' | 'set' | 'remove'> };
    readonly tabs: Asking & Pick<Tabs.Static, 'query' | 'onRemoved'>;
  };
  readonly library: () => Promise<Pick<Content, 'resolve' | 'whole'>>;
  /** All that the reader has written. */
  readonly readOwn: () => Promise<readonly OwnRecord[]>;
  readonly openLibraryPage: Parts['openLibraryPage'];
}

/** What stands in a page with a frame of ours in it: a frame shows one card, a page one panel. */
type Place = 'card' | 'panel';

export interface OwnFrames {
  readonly answers: Answers<OwnFrameRequests, Sender>;
  /**
   * A gloss with whether the reader has written something about it, which is read meanwhile; what shows that is put into the
   * frame that is told so.
   */
  tellOwn(described: Promise<Gloss>, sender: Sender): Promise<Gloss>;
  /**
   * Something was written that was not there: cards and panels that are open ask anew whether there is something for them. None
   * of them is known here, for the background may have been stopped since they opened.
   */
  showNew(this: void): Promise<void>;
  /** A ticket to what the reader has written about something; null where the sender is in no tab. */
  admit(sender: Sender, place: Place, query: Query): Promise<OwnTicket | null>;
}

/** Kept for the session: the background is stopped while a frame shows something, which may change then. */
interface Admission {
  readonly ticket: OwnTicket;
  readonly query: Query;
  /** The frame that has used it first. */
  readonly holder: string | null;
}

const PREFIX = 'own-frame:';
const SCRIPT = 'own-place.js';

export function createOwnFrames({ browser, library, readOwn, openLibraryPage }: OwnFrameNeeds): OwnFrames {
  const { session } = browser.storage;
  // What a tab was admitted to names the pages that were read in it.
  browser.tabs.onRemoved.addListener(async (tabId) => {
    const keys = Object.keys(await session.get(null)).filter((key) => key.startsWith(`${PREFIX}${tabId} `));
    if (keys.length > 0) await session.remove(keys);
  });
  const keep = (key: string, admission: Admission) => session.set({ [PREFIX + key]: admission });
  /** What a ticket admits a frame to; null where it is not the frame's. */
  const admitted = async (ticket: OwnTicket, sender: Sender) => {
    const key = ticket.slice(0, ticket.lastIndexOf(' '));
    if (!key.startsWith(`${sender.tab?.id} `)) return null;
    const stored = (await session.get(PREFIX + key))[PREFIX + key] as Admission | undefined;
    const holder = sender.documentId ?? `${sender.frameId}`;
    if (stored?.ticket !== ticket || (stored.holder ?? holder) !== holder) return null;
    if (stored.holder === null) await keep(key, { ...stored, holder });
    const [tabId = -1, frameId = -1] = key.split(' ').map(Number);
    return { query: stored.query, ask: askPlace(tabId, frameId) };
  };
  const askPlace = (tabId: number, frameId: number) =>
    createAsk<OwnPlaceRequests>((message) => browser.tabs.sendMessage(tabId, message, { frameId }));
  return {
    async tellOwn(described, sender) {
      const [records, gloss] = await Promise.all([readOwn().catch(() => []), described]);
      if (writtenAbout(records, gloss).length === 0 || sender.tab?.id === undefined) return gloss;
      const target = { tabId: sender.tab.id, frameIds: [sender.frameId ?? 0] };
      await browser.scripting.executeScript({ target, files: [SCRIPT] }).catch(() => null);
      return { ...gloss, hasOwn: true };
    },
    async showNew() {
      const open = await browser.tabs.query({});
      const askAnnotators = (tabId: number) =>
        createAsk<AnnotatorRequests>((message) => browser.tabs.sendMessage(tabId, message, {}))('renewOwn', {});
      const renewPanel = (tabId: number) =>
        browser.scripting.executeScript({ target: { tabId }, func: refreshReportPage });
      await Promise.allSettled(
        open.flatMap(({ id = -1, url = '' }) => [askAnnotators(id), ...(isIfgPage(url) ? [renewPanel(id)] : [])]),
      );
    },
    async admit({ tab, frameId = 0 }, place, query) {
      if (tab?.id === undefined) return null;
      const key = `${tab.id} ${frameId} ${place}`;
      const ticket = `${key} ${crypto.randomUUID()}`;
      await keep(key, { ticket, query, holder: null });
      return ticket;
    },
    answers: {
      async describeOwnGlance({ ticket }, sender) {
        const admission = await admitted(ticket, sender);
        if (admission === null) return null;
        const [content, records] = await Promise.all([library(), readOwn()]);
        const [match] = await content.resolve([admission.query]);
        return match === undefined ? null : glanceAt(records, await content.whole(match));
      },
      async sizeOwnFrame({ ticket, height }, sender) {
        const admission = await admitted(ticket, sender);
        return admission === null ? false : admission.ask('ownFrameSized', { ticket, height }).catch(() => false);
      },
      async leaveOwnFrame({ ticket }, sender) {
        const admission = await admitted(ticket, sender);
        return admission === null ? false : admission.ask('ownFrameLeft', { ticket }).catch(() => false);
      },
      showInLibrary: ({ query }, { tab }) => openLibraryPage(readRoute(query), tab?.windowId).then(() => true as const),
    },
  };
}

/** Runs in a page, where the script beside a report may be; a page's element by this name is no function. */
function refreshReportPage(): void {
  if (typeof globalThis.ifgGlossRefreshReportPage === 'function') globalThis.ifgGlossRefreshReportPage();
}
