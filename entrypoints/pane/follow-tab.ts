import browser, { type Tabs } from 'webextension-polyfill';

/** Calls back with the tab that `pick` gives when it is another than the first, navigates, or changes its title. */
export function followTab(
  first: Tabs.Tab | undefined,
  pick: () => Promise<Tabs.Tab | undefined>,
  turnTo: (tab: Tabs.Tab) => void,
): void {
  let newest = 0;
  let last = stateOf(first);
  const turn = async () => {
    newest += 1;
    const own = newest;
    const tab = await pick().catch(() => undefined);
    if (own !== newest || tab === undefined || stateOf(tab) === last) return;
    last = stateOf(tab);
    turnTo(tab);
  };
  browser.tabs.onActivated.addListener(() => void turn());
  browser.tabs.onReplaced?.addListener(() => void turn());
  browser.tabs.onUpdated.addListener((_, { url, title, status }) => {
    if (url !== undefined || title !== undefined || status === 'complete') void turn();
  });
  void turn();
}

function stateOf(tab: Tabs.Tab | undefined): string {
  return [tab?.id, tab?.url, tab?.title, tab?.status].join('\n');
}
