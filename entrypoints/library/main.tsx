import { render } from 'preact';
import { Localised, localiseDocument } from '../../components/localised.tsx';
import { createOwn } from '../../components/own/own.ts';
import { OwnPlaces } from '../../components/own/own-places.tsx';
import { defaultSettings, type Settings } from '../../core/settings.ts';
import { ask } from '../../platform/ask.ts';
import { ownChanges } from '../../platform/changes.ts';
import { speakAsChosen } from '../../platform/chosen-language.ts';
import { copyText } from '../../platform/clipboard.ts';
import { keepFocus } from '../../platform/keep-focus.ts';
import { keepWhenLeft } from '../../platform/keep-own.ts';
import { readSettings, watchSettings } from '../../platform/settings.ts';
import { words } from '../../platform/translate.ts';
import { followAccounts } from './accounts/follow-accounts.ts';
import { App } from './app.tsx';
import { createArrival } from './arrival.ts';
import { listenForRoutes } from './listen.ts';
import { createRouter, type Place } from './router.ts';
import { beginVisit } from './visit.ts';

const readLibrary = () => ask('readLibraryState', {});

const accounts = followAccounts();
const own = createOwn(ask, ownChanges.listen);
keepWhenLeft(own, window);
keepFocus(document);
const arrival = createArrival(window);
let shown: Place | null = null;
let letterKeys = defaultSettings.letterKeys;
watchSettings(takeSettings);
let since = Number.NaN;
const [begun] = await Promise.all([
  beginVisit(Date.now, (next) => {
    since = next;
    draw();
  }),
  speakAsChosen(draw),
  readSettings().then(takeSettings, () => null),
]);
since = begun;
localiseDocument(document, words(), 'shell_name');
const { go, keepItems, start } = createRouter(window, show);
listenForRoutes(go);
start();

function show(place: Place): void {
  shown = place;
  arrival.begin(place);
  draw();
}

function takeSettings(settings: Settings): void {
  letterKeys = settings.letterKeys;
  draw();
}

function draw(): void {
  const root = document.getElementById('root');
  if (root === null || shown === null) return;
  localiseDocument(document, words());
  render(
    <Localised i18n={words()}>
      <OwnPlaces own={own}>
        <App
          place={shown}
          keepItems={keepItems}
          ask={ask}
          go={go}
          accounts={accounts}
          readLibrary={readLibrary}
          since={since}
          copy={copyText}
          onHeading={arrival.onHeading}
          letterKeys={letterKeys}
        />
      </OwnPlaces>
    </Localised>,
    root,
  );
}
