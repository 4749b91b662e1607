import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Localised, localiseDocument } from '../../components/localised.tsx';
import { askForAccess, onAccess, readAllowedSites } from '../../platform/access.ts';
import { ask } from '../../platform/ask.ts';
import { speakAsChosen } from '../../platform/chosen-language.ts';
import { keepFocus } from '../../platform/keep-focus.ts';
import { words } from '../../platform/translate.ts';
import { Welcome } from './welcome.tsx';

type Sample = Parameters<typeof Welcome>[0]['sample'];

let sample: Sample = 'waiting';

const access = { read: readAllowedSites, watch: onAccess, ask: askForAccess };

async function show(): Promise<void> {
  // Firefox for Android has no commands.
  const commands = await (browser.commands as typeof browser.commands | undefined)?.getAll().catch(() => []);
  const root = document.getElementById('root');
  if (root === null) return;
  localiseDocument(document, words(), 'welcome_title');
  const shortcut = commands ? (commands.find(({ name }) => name === 'open-card')?.shortcut ?? '') : null;
  render(
    <Localised i18n={words()}>
      <Welcome sample={sample} shortcut={shortcut} access={access} onTryAgain={() => void readSample()} />
    </Localised>,
    root,
  );
}

/** The library is being filled when this page is first shown, which does not wait for it. */
async function readSample(): Promise<void> {
  sample = await ask('describeSample', {}).catch(() => 'failed' as const);
  await show();
}

keepFocus(document);
await speakAsChosen(() => void show());
void show();
void readSample();
