import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Localised, localiseDocument } from '../../components/localised.tsx';
import { createBackgroundAsk } from '../../core/messages.ts';
import { Welcome } from './welcome.tsx';

const ask = createBackgroundAsk((message) => browser.runtime.sendMessage(message));

async function show(): Promise<void> {
  const [sample, commands] = await Promise.all([
    ask('describeSample', {}).catch(() => null),
    // Firefox for Android has no commands.
    (browser.commands as typeof browser.commands | undefined)?.getAll() ?? [],
  ]);
  const root = document.getElementById('root');
  if (root === null) return;
  localiseDocument(document, browser.i18n, 'welcome_title');
  const shortcut = commands.find(({ name }) => name === 'open-card')?.shortcut ?? '';
  render(
    <Localised i18n={browser.i18n}>
      <Welcome sample={sample} shortcut={shortcut} />
    </Localised>,
    root,
  );
}

void show();
