import { afterEach, expect, test, vi } from 'vitest';
import { type AddressBarNeeds, startAddressBar } from '../../../entrypoints/background/address-bar.ts';

afterEach(() => vi.unstubAllEnvs());

/** A browser with a tab in front; gives what types behind the keyword, and what comes of it. */
function start(isFirefox: boolean, isTaken: boolean) {
  vi.stubEnv('FIREFOX', isFirefox ? 'true' : '');
  const opened: (string | undefined)[] = [];
  const kept: object[] = [];
  const listeners: ((text: string) => void)[] = [];
  const browser = {
    omnibox: {
      setDefaultSuggestion: vi.fn(),
      onInputEntered: { addListener: (listener: (text: string) => void) => void listeners.push(listener) },
    },
    runtime: { getURL: (path: string) => `own:${path}` },
    storage: { session: { set: async (values: object) => void kept.push(values) } },
    tabs: {
      query: async () => [{ id: 7, windowId: 3 }],
      create: async ({ url }: { url?: string }) => void opened.push(url),
    },
  };
  startAddressBar({
    browser: browser as unknown as AddressBarNeeds['browser'],
    isSidePanelOpen: (windowId) => isTaken && windowId === 3,
    isTakenBySidePanel: async () => isTaken,
    translate: (key) => key,
  });
  return { browser, opened, kept, type: (text: string) => listeners.at(0)?.(text) };
}

test.each([true, false])(
  'what is typed is asked in a tab that knows the tab in front (Firefox: %j)',
  async (isFirefox) => {
    const { browser, opened, kept, type } = start(isFirefox, false);
    expect(browser.omnibox.setDefaultSuggestion).toHaveBeenCalledWith({ description: 'look_up_label' });
    type('civil service');
    await vi.waitFor(() => expect(opened).toEqual(['own:popup.html?tab=7']));
    expect(kept).toMatchObject([{ 'pending-question': { asked: 'civil service', linkText: '', windowId: 3 } }]);
  },
);

test.each([true, false])('an open side panel answers instead (Firefox: %j)', async (isFirefox) => {
  const { opened, kept, type } = start(isFirefox, true);
  type('civil service');
  await vi.waitFor(() => expect(kept).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve));
  expect(opened).toEqual([]);
});
