import { render } from 'preact';
import { BearingContext, type BearingState } from '../../components/bearing/bearing.ts';
import { BesideForm } from '../../components/beside-form.ts';
import { Localised, localiseDocument } from '../../components/localised.tsx';
import { createOwn } from '../../components/own/own.ts';
import { OwnPlaces } from '../../components/own/own-places.tsx';
import type { PageInFront } from '../../components/page-view.tsx';
import { Pane } from '../../components/pane.tsx';
import type { LibraryState } from '../../core/protocol/library-state.ts';
import { defaultSettings } from '../../core/settings.ts';
import { onAccess } from '../../platform/access.ts';
import { ask } from '../../platform/ask.ts';
import { libraryChanges, ownChanges } from '../../platform/changes.ts';
import { readSettingsAndSpeak, speak } from '../../platform/chosen-language.ts';
import { keepFocus } from '../../platform/keep-focus.ts';
import { keepWhenLeft } from '../../platform/keep-own.ts';
import { watchSettings } from '../../platform/settings.ts';
import { words } from '../../platform/translate.ts';
import { createActions } from './actions.ts';
import { createBearingDoors, onPendingBearing } from './bearing.ts';
import { followTab } from './follow-tab.ts';
import { onMarks } from './listen.ts';
import { knownOf, tabInFront } from './page.ts';
import { onPending, readStored, takePending } from './pending.ts';
import { watchPage } from './watch-page.ts';

/** Shows the pane: first what is known without the background, which may have to wake up, and then the rest. */
export async function startPane(isPopup: boolean): Promise<void> {
  let [settings, tab, stored] = await Promise.all([
    readSettingsAndSpeak().catch(() => defaultSettings),
    tabInFront(),
    readStored(),
  ]);
  const windowId = tab?.windowId ?? -1;
  let pending = takePending(stored, windowId);
  let library: LibraryState | null = null;
  let page: PageInFront | null = null;

  const draw = () => {
    const root = document.getElementById('root');
    if (page === null || root === null) return;
    localiseDocument(document, words(), 'extension_name');
    render(
      <Localised i18n={words()}>
        <OwnPlaces own={own}>
          <BesideForm.Provider value="line">
            <BearingContext.Provider value={bearing}>
              <Pane
                page={page}
                library={library}
                pending={pending}
                letterKeys={settings.letterKeys}
                actions={actions}
              />
            </BearingContext.Provider>
          </BesideForm.Provider>
        </OwnPlaces>
      </Localised>,
      root,
    );
  };
  const watch = watchPage(ask, (next) => {
    if (page !== null && (page.tabId !== next.tabId || page.address !== next.address)) scrollTo(0, 0);
    page = next;
    draw();
  });
  const readLibrary = async () => {
    library = await ask('readLibraryState', {}).catch(() => null);
    draw();
  };
  /** The last that is turned to stays, however long the browser takes to say what the one before is. */
  let turns = 0;
  const turn = async () => {
    turns += 1;
    const own = turns;
    const known = await knownOf(tab, settings);
    if (own === turns) watch.turnTo(known);
  };
  const tryAgain = () => {
    void turn();
    void readLibrary();
  };
  const own = createOwn(ask, ownChanges.listen);
  let bearing: BearingState = { doors: createBearingDoors(own), pending: null };
  keepWhenLeft(own, window);
  keepFocus(document);
  const actions = createActions({ windowId, isPopup, page: () => page, tryAgain });

  tryAgain();
  const renewMarksSoon = onMarks(watch.renewMarks);
  watchSettings((changed) => {
    settings = changed;
    void turn();
    renewMarksSoon(tab?.id ?? -1);
    void speak(changed.language).then(draw);
  });
  libraryChanges.listen(() => {
    tryAgain();
    renewMarksSoon(tab?.id ?? -1);
  });
  void onPendingBearing(windowId, (asked) => {
    bearing = { ...bearing, pending: asked };
    draw();
  });
  onPending(windowId, (question) => {
    pending = question;
    draw();
  });
  const followed = followTab(tab, tabInFront, (next) => {
    tab = next;
    void turn();
  });
  // What the browser tells of a tab changes with it.
  onAccess(() => void followed().then(turn));
}
