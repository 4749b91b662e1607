// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { standInForBrowser } from '../../platform/stand-in.ts';

afterEach(() => vi.unstubAllGlobals());

const OWN = { id: 'stand-in', url: 'own:/popup.html' };
const goTo = (address: string) => ({ name: 'goTo', request: { address } });

/** The page, at a search; `tell` gives what it answers. */
async function listen() {
  type Listener = (message: unknown, sender: object) => unknown;
  let tell: Listener = () => undefined;
  const onMessage = { addListener: (listener: Listener) => (tell = listener) };
  standInForBrowser({ runtime: { getURL: () => 'own:/', onMessage } });
  vi.stubGlobal('location', new URL('https://own.example/library.html?q=tax'));
  const go = vi.fn();
  const { listenForRoutes } = await import('../../../entrypoints/library/listen.ts');
  listenForRoutes(go);
  return { go, tell };
}

test.each([
  ['/library.html?view=accounts', { view: 'accounts' }, 'push'],
  ['/library.html?q=tax', { view: 'search', text: 'tax', order: 'relevance' }, 'replace'],
])('at the word of another page of the extension it goes to %s', async (address, route, way) => {
  const { go, tell } = await listen();
  expect(await tell(goTo(address), OWN)).toBe(true);
  expect(go).toHaveBeenCalledExactlyOnceWith(route, way);
});

test.each([
  [
    'a script in a page',
    goTo('/library.html'),
    { id: 'stand-in', url: 'https://a.example/', tab: { id: 1 }, frameId: 0 },
  ],
  ['another extension', goTo('/library.html'), { id: 'other', url: 'own:/popup.html' }],
  ['what is for others', { name: 'marksChanged', request: { tabId: 1 } }, OWN],
])('it does not go anywhere at the word of %s', async (_, message, sender) => {
  const { go, tell } = await listen();
  expect(tell(message, sender)).toBeUndefined();
  expect(go).not.toHaveBeenCalled();
});
