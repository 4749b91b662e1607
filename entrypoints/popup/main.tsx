import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Words } from '../../components/words.ts';
import { loadPage, showMark, switchThisSite } from './page.ts';
import { Popup } from './popup.tsx';

const translate = (key: string, ...substitutions: readonly string[]) =>
  browser.i18n.getMessage(key, [...substitutions]);

async function show(): Promise<void> {
  const page = await loadPage();
  const root = document.getElementById('root');
  if (root === null) return;
  document.documentElement.lang = browser.i18n.getUILanguage();
  render(
    <Words.Provider value={translate}>
      <Popup
        page={page}
        onShowMark={(frameId, id) => void showMark(page.tabId, frameId, id).then(() => window.close())}
        onSwitchSite={(on) => void switchThisSite(page, on).then(show)}
      />
    </Words.Provider>,
    root,
  );
}

void show();
