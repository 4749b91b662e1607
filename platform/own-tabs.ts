import type { Runtime, Tabs } from 'webextension-polyfill';

/** A page of the extension's own that a tab shows. */
export interface OwnTab {
  readonly tabId: number;
  readonly windowId: number;
  readonly address: string;
}

/** As much of the browser's API as this needs; Firefox for Android has no windows. */
export interface OwnTabNeeds {
  readonly runtime: Pick<Runtime.Static, 'getURL'> & Partial<Pick<Runtime.Static, 'getContexts'>>;
  readonly tabs: Pick<Tabs.Static, 'create' | 'query'> & {
    update(tabId: number, how: { readonly active: true; readonly url?: string }): Promise<unknown>;
  };
  readonly windows?: { update(windowId: number, how: { readonly focused: boolean }): Promise<unknown> };
}

/** Chrome tells nobody the addresses of its tabs with pages of the extension's own, and Firefox 140 has no contexts to ask for. */
export async function listOwnTabs({ runtime, tabs }: OwnTabNeeds): Promise<readonly OwnTab[]> {
  if (runtime.getContexts !== undefined) {
    const contexts = await runtime.getContexts({ contextTypes: ['TAB'] });
    return contexts.map(({ tabId, windowId, documentUrl: address = '' }) => ({ tabId, windowId, address }));
  }
  const root = runtime.getURL('');
  return (await tabs.query({})).flatMap(({ id: tabId, windowId = -1, url: address = '' }) =>
    tabId === undefined || !address.startsWith(root) ? [] : [{ tabId, windowId, address }],
  );
}

/** Brings a tab and its window to the front, and takes it elsewhere where an address is given. */
export async function showTab({ tabs, windows }: OwnTabNeeds, tab: OwnTab, url?: string): Promise<void> {
  await tabs.update(tab.tabId, { active: true, ...(url !== undefined && { url }) });
  await windows?.update(tab.windowId, { focused: true });
}
