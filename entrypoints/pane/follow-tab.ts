import browser, { type Tabs } from 'webextension-polyfill';

/**
 * Calls back with the tab that `pick` gives when it is another than the first, navigates, changes its title or goes; gives
 * a function that looks at once.
 */
export function followTab(
  first: Tabs.Tab | undefined,
  pick: () => Promise<Tabs.Tab | undefined>,
  turnTo: (tab: Tabs.Tab | undefined) => void,
): () => Promise<void> {
  let newest = 0;
  let last = stateOf(first);
  let lastId = first?.id;
  const turn = async () => {
    newest += 1;
    const own = newest;
    const tab = await pick().catch(() => undefined);
    if (own !== newest || stateOf(tab) === last) return;
    last = stateOf(tab);
    lastId = tab?.id;
    turnTo(tab);
  };
  browser.tabs.onActivated.addListener(() => void turn());
  browser.tabs.onRemoved.addListener((tabId) => {
    if (tabId === lastId) void turn();
  });
  browser.tabs.onReplaced?.addListener(() => void turn());
  browser.tabs.onUpdated.addListener((_, { url, title, status, discarded }) => {
    if (url !== undefined || title !== undefined || discarded !== undefined || status === 'complete') void turn();
  });
  void turn();
  return turn;
}

function stateOf(tab: Tabs.Tab | undefined): string {
  return [tab?.id, tab?.url, tab?.title, tab?.status, tab?.discarded].join('\n');
}
