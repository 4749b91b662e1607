import type { Action, Runtime, Scripting, Tabs } from 'webextension-polyfill';
import type { MessageKey } from '../../core/message-key.ts';
import { defaultSettings, isSiteOff, type Settings } from '../../core/settings.ts';
import { type Registering, watchPage, watchSites } from './off-sites.ts';

/** What icons need: the browser, what the reader chose, and words. */
export interface IconNeeds {
  readonly browser: {
    readonly tabs: Pick<Tabs.Static, 'get' | 'query'>;
    readonly action: Pick<Action.Static, 'setIcon' | 'setTitle'>;
    readonly scripting: Registering & Pick<Scripting.Static, 'executeScript'>;
  };
  readSettings(): Promise<Settings>;
  translate(key: MessageKey): string;
}

export interface Icons {
  /** Brings the icons of all tabs from what the settings were to what they are. */
  changeIcons(this: void, before: Settings, after: Settings): void;
  /** At the extension's start the browser shows the icon of marks that are on. */
  startIcons(this: void): Promise<void>;
  /** Greys the icon of a tab that says it has opened a page of a site that is switched off. */
  showSiteOff(this: void, sender: Runtime.MessageSender): Promise<true>;
}

export function createIcons(needs: IconNeeds): Icons {
  /** The last change of icons: changes wait for each other, so that the newest settings win. */
  let changing: Promise<unknown> = Promise.resolve();
  const changeIcons = (before: Settings, after: Settings) => {
    changing = changing.then(() =>
      Promise.allSettled([showEverywhere(needs, before, after), watchSites(needs.browser.scripting, after.sitesOff)]),
    );
  };
  return {
    changeIcons,
    async startIcons() {
      changeIcons(defaultSettings, await needs.readSettings());
      await changing;
    },
    async showSiteOff({ tab }) {
      const settings = await needs.readSettings();
      if (tab?.id !== undefined && !hasMarks(settings, tab.url)) await showIconOf(needs, settings, tab.id, tab.url);
      return true;
    },
  };
}

/** A tab that has no icon of its own shows the one of all. */
async function showEverywhere(needs: IconNeeds, before: Settings, after: Settings): Promise<void> {
  const { tabs, scripting } = needs.browser;
  const isNamedAnew = before.language !== after.language;
  const changed = (await tabs.query({})).flatMap(({ id, url = '' }) =>
    id !== undefined && (isNamedAnew || hasMarks(before, url) !== hasMarks(after, url)) ? [{ id, url }] : [],
  );
  await Promise.allSettled([
    showIcon(needs, after.marks),
    ...changed.map(({ id, url }) => showIconOf(needs, after, id, url)),
    ...changed.filter(({ url }) => isSiteOff(after, url)).map(({ id }) => watchPage(scripting, id)),
  ]);
}

/** The icon of a tab that showed an address; the tab may have gone elsewhere before the icon was there. */
async function showIconOf(needs: IconNeeds, settings: Settings, tabId: number, address = ''): Promise<void> {
  const isOn = hasMarks(settings, address);
  await showIcon(needs, isOn, tabId);
  const now = await needs.browser.tabs.get(tabId).catch(() => null);
  const isOnNow = hasMarks(settings, now?.url ?? address);
  if (isOnNow !== isOn) await showIcon(needs, isOnNow, tabId);
}

function hasMarks(settings: Settings, address = ''): boolean {
  return settings.marks && !isSiteOff(settings, address);
}

const SIZES = ['16', '32', '48'];

/** The title says what the icon does, for those who cannot see it; a failing icon leaves the old title too. */
async function showIcon({ browser, translate }: IconNeeds, isOn: boolean, tabId?: number): Promise<void> {
  const where = tabId === undefined ? {} : { tabId };
  const path = Object.fromEntries(SIZES.map((size) => [size, `/icon/${isOn ? '' : 'off-'}${size}.png`]));
  await browser.action.setIcon({ ...where, path });
  await browser.action.setTitle({
    ...where,
    title: translate(isOn ? 'extension_name' : 'action_title_off'),
  });
}
