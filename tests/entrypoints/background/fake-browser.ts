import type { Action, Runtime, Scripting, Tabs } from 'webextension-polyfill';
import { defaultSettings, type Settings } from '../../../core/settings.ts';
import { createParts, type PartNeeds } from '../../../entrypoints/background/parts.ts';

/** A frame: what its document is known by, and what the scripts of ours in it answer; undefined from each where none does. */
export interface FakeFrame {
  readonly frameId?: number;
  /** Chrome's name of its document. */
  readonly documentId?: string;
  /** When its document began. */
  readonly start?: number;
  answer?(name: string, request: unknown): unknown;
}

export interface FakeTab {
  readonly url?: string;
  readonly title?: string;
  readonly active?: boolean;
  /** `closed`: no script may look into it; `busy`: it never answers. */
  readonly state?: 'closed' | 'busy';
  /** The one of the tab's own page first; that alone where none are named. */
  readonly frames?: readonly FakeFrame[];
}

const BARE_TAB = { index: 0, highlighted: false, active: false, pinned: false, incognito: false };

/** Who asks: a script in a frame of a tab. */
export function senderOf(id: number, url = '', frameId = 0, documentId?: string): Runtime.MessageSender {
  return { tab: { ...BARE_TAB, id, url }, frameId, ...(documentId !== undefined && { documentId }) };
}

/**
 * A stand-in for the browser: tabs by their numbers, which of them came to the front, what was put into their frames
 * (`scanner.js 7`, `mark.css 7.0`) and asked of them, and what is stored for the session.
 */
export function createFakeBrowser(tabs: Map<number, FakeTab> = new Map()) {
  const session: Record<string, unknown> = {};
  const badges = new Map<number, string>();
  const grey: number[] = [];
  const put: string[] = [];
  const asked: string[] = [];
  const told: unknown[] = [];
  const front: number[] = [];
  const removed = createEvent<[tabId: number]>();
  const given = createEvent<[]>();
  const taken = createEvent<[]>();

  const framesOf = (tabId: number) => {
    const tab = tabs.get(tabId);
    if (tab === undefined) throw new Error('no tab');
    const frames = tab.frames ?? [{}];
    return frames.map((frame) => ({ frameId: 0, ...frame }));
  };
  /** Fulfilled as the tab allows it. */
  const reach = async (tabId: number) => {
    const frames = framesOf(tabId);
    const { state } = tabs.get(tabId) ?? {};
    if (state === 'closed') throw new Error('no script may look');
    return state === 'busy' ? new Promise<never>(() => {}) : frames;
  };
  const note = (files: readonly string[] = [], { tabId, frameIds, allFrames }: Scripting.InjectionTarget) => {
    const where = allFrames ? `${tabId}.*` : [tabId, ...(frameIds ?? [])].join('.');
    for (const file of files) put.push(`${file.replace('assets/', '')} ${where}`);
  };
  const browser = {
    action: {
      setBadgeBackgroundColor: async () => {},
      setBadgeText: async ({ tabId = -1, text }: { tabId?: number; text: string | null }) => {
        framesOf(tabId);
        badges.set(tabId, text ?? '');
      },
      setIcon: async ({ tabId = -1, path }: Action.SetIconDetailsType) => {
        if (JSON.stringify(path).includes('off-')) grey.push(tabId);
      },
      setTitle: async () => {},
    },
    windows: { update: async () => {} },
    permissions: { onAdded: given.event, onRemoved: taken.event },
    runtime: {
      getURL: (path: string) => `extension:/${path.replace(/^\//, '')}`,
      sendMessage: async (message: unknown) => {
        told.push(message);
        throw new Error('nobody hears it');
      },
    },
    scripting: {
      getRegisteredContentScripts: async () => [],
      registerContentScripts: async () => {},
      unregisterContentScripts: async () => {},
      insertCSS: async ({ target, files }: Scripting.CSSInjection) => {
        await reach(target.tabId);
        note(files, target);
      },
      executeScript: async ({ target, files }: Scripting.ScriptInjection) => {
        const frames = await reach(target.tabId);
        note(files, target);
        // Firefox gives no name of a document, whatever the types say.
        return frames.map(
          ({ frameId, documentId, start = 0 }) => ({ frameId, documentId, result: start }) as Scripting.InjectionResult,
        );
      },
    },
    storage: {
      session: {
        get: async (key: unknown) => (typeof key === 'string' ? { [key]: session[key] } : { ...session }),
        async set(items: object) {
          // Slower than who does not wait for it.
          for (let turn = 0; turn < 5; turn += 1) await null;
          Object.assign(session, items);
        },
        remove: async (keys: string | string[]) => {
          for (const key of [keys].flat()) delete session[key];
        },
      },
    },
    tabs: {
      onRemoved: removed.event,
      create: async ({ url = '' }: Tabs.CreateCreatePropertiesType) => {
        const id = Math.max(0, ...tabs.keys()) + 1;
        tabs.set(id, { url });
        return tabOf(id, { url });
      },
      update: async (tabId: number, { active }: { readonly active: boolean }) => {
        if (active) front.push(tabId);
      },
      get: async (tabId: number) => {
        framesOf(tabId);
        return tabOf(tabId, tabs.get(tabId) ?? {});
      },
      query: async ({ active }: Tabs.QueryQueryInfoType) =>
        [...tabs].map(([id, tab]) => tabOf(id, tab)).filter((tab) => active === undefined || tab.active === active),
      sendMessage: async (tabId: number, message: unknown, { frameId }: { frameId?: number } = {}) => {
        const { name, request } = message as { name: string; request: unknown };
        asked.push(`${name} ${frameId === undefined ? tabId : `${tabId}.${frameId}`}`);
        const frames = (await reach(tabId)).filter((frame) => frameId === undefined || frame.frameId === frameId);
        return frames.map((frame) => frame.answer?.(name, request)).find((answer) => answer !== undefined);
      },
    },
  };
  return { browser, tabs, session, badges, grey, put, asked, told, front, removed, given, taken };
}

function tabOf(id: number, { url, title, active = false }: FakeTab): Tabs.Tab {
  return { ...BARE_TAB, id, active, ...(url !== undefined && { url }), ...(title !== undefined && { title }) };
}

/** An event of the browser's; `tell` calls whoever listens. */
export function createEvent<Told extends unknown[]>() {
  const listeners: ((...told: Told) => unknown)[] = [];
  const event = {
    addListener: (listener: (...told: Told) => unknown) => void listeners.push(listener),
    removeListener: () => {},
    hasListener: () => false,
    hasListeners: () => listeners.length > 0,
  };
  return { event, tell: (...told: Told) => listeners.map((listener) => listener(...told)) };
}

/** The background's parts in such a browser, where the reader lets the extension in everywhere unless told otherwise. */
export function createFakeParts(
  { browser }: Pick<ReturnType<typeof createFakeBrowser>, 'browser'>,
  settings: Partial<Settings> = {},
  isLetIn = true,
) {
  const needs: PartNeeds = {
    browser,
    readAccess: async () => ({ all: isLetIn, here: isLetIn }),
    readSettings: async () => ({ ...defaultSettings, ...settings }),
    translate: (key) => key,
    spoken: async () => null,
  };
  return createParts(needs);
}
