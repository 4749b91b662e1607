import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Localised, localiseDocument } from '../../components/localised.tsx';
import { createOwn } from '../../components/own/own.ts';
import { OwnPlaces } from '../../components/own/own-places.tsx';
import { ask } from '../../platform/ask.ts';
import { ownChanges } from '../../platform/changes.ts';
import { copyText } from '../../platform/clipboard.ts';
import { keepWhenLeft } from '../../platform/keep-own.ts';
import { followAccounts } from './accounts/follow-accounts.ts';
import { App } from './app.tsx';
import { createArrival } from './arrival.ts';
import { listenForRoutes } from './listen.ts';
import { createRouter, type Place } from './router.ts';
import { beginVisit } from './visit.ts';

const readLibrary = () => ask('readLibraryState', {});

localiseDocument(document, browser.i18n, 'shell_name');
const accounts = followAccounts();
const own = createOwn(ask, ownChanges.listen);
keepWhenLeft(own, window);
const arrival = createArrival(window);
const since = await beginVisit(Date.now);
const { go, start } = createRouter(window, show);
listenForRoutes(go);
start();

function show(place: Place): void {
  const root = document.getElementById('root');
  if (root === null) return;
  arrival.begin(place);
  render(
    <Localised i18n={browser.i18n}>
      <OwnPlaces own={own}>
        <App
          place={place}
          ask={ask}
          go={go}
          accounts={accounts}
          readLibrary={readLibrary}
          since={since}
          copy={copyText}
          onHeading={arrival.onHeading}
        />
      </OwnPlaces>
    </Localised>,
    root,
  );
}
