import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Words } from '../../components/words.ts';
import { type BackgroundRequests, createAsk } from '../../core/messages.ts';
import { parseSettings, SETTINGS_KEY, type Settings } from '../../core/settings.ts';
import { Options } from './options.tsx';

const ask = createAsk<BackgroundRequests>((message) => browser.runtime.sendMessage(message));
const translate = (key: string, ...substitutions: readonly string[]) =>
  browser.i18n.getMessage(key, [...substitutions]);

async function show(): Promise<void> {
  const settings = parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
  const library = await ask('readLibraryState', {});
  const root = document.getElementById('root');
  if (root === null) return;
  document.documentElement.lang = browser.i18n.getUILanguage();
  const save = (changed: Settings) => void browser.storage.local.set({ [SETTINGS_KEY]: changed });
  render(
    <Words.Provider value={translate}>
      <Options settings={settings} library={library} onChange={save} />
    </Words.Provider>,
    root,
  );
}

browser.storage.onChanged.addListener((changes) => {
  if (SETTINGS_KEY in changes) void show();
});
void show();
