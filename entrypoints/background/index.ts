import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { localDay } from '../../core/local-day.ts';
import type { BundledIndex } from '../../core/model/feed.ts';
import type { Originals } from '../../core/own/originals.ts';
import type { BackgroundRequests } from '../../core/protocol/background-requests.ts';
import { readRequest } from '../../core/protocol/read-request.ts';
import { askerOf } from '../../core/protocol/senders.ts';
import { type Answers, answerMessage } from '../../core/protocol/wire.ts';
import { isSameBesideLanguage } from '../../core/settings.ts';
import { readAccess } from '../../platform/access.ts';
import { libraryChanges } from '../../platform/changes.ts';
import { readSettingsAndSpeak, speak, spokenWords } from '../../platform/chosen-language.ts';
import { switchPurposes } from '../../platform/network/consent.ts';
import { onCollectingRefused } from '../../platform/network/data-collection.ts';
import { readOwnFile } from '../../platform/own-file.ts';
import { watchSettings } from '../../platform/settings.ts';
import { translate } from '../../platform/translate.ts';
import { newSince } from '../../platform/visit.ts';
import { watchAccess } from './access.ts';
import { startAccounts } from './accounts/start.ts';
import { startAddressBar } from './address-bar.ts';
import { createAnswers } from './answers.ts';
import { createBearingAnswers } from './bearing/answers.ts';
import { openLibrary } from './library/open.ts';
import { startLinkedBy } from './linked-by/start.ts';
import { startMenu } from './menu.ts';
import { oncePerSession } from './once-per-session.ts';
import { createAnchors } from './own/anchors.ts';
import { createOwnAnswers } from './own/answers.ts';
import { createScorecardAnswers } from './own/scorecard.ts';
import { createSearchedOwn } from './own/searched.ts';
import { startOwnStore } from './own/start.ts';
import { startBackup } from './own/start-backup.ts';
import { createOwnFrames } from './own-frames.ts';
import { createParts } from './parts.ts';
import { isSidePanelOpen, isTakenBySidePanel, openSidePanel, toggleSidePanel } from './side-panel.ts';
import { MOST_SUGGESTED } from './suggestions.ts';

declare const __INDEX_VERSION__: string;

export default defineBackground(() => {
  const started = readSettingsAndSpeak().catch(() => null);
  const spoken = () => started.then(spokenWords);
  const needs = { browser, readAccess, readSettings: readSettingsAndSpeak, translate, spoken };
  const parts = createParts(needs);
  const {
    changeIcons,
    injectScanner,
    lendAnew,
    openCard,
    openLibraryPage,
    refreshMarks,
    refreshMoved,
    startBadges,
    startIcons,
  } = parts;
  const bundle = {
    version: __INDEX_VERSION__,
    fetchIndex: () => readOwnFile('bundled-index.json') as Promise<BundledIndex>,
  };
  const library = openLibrary(bundle, () => {
    anchors.forget();
    searchedOwn.forget();
    libraryChanges.tell();
    void refreshMarks();
  });
  const anchors = createAnchors(library);
  const accounts = startAccounts(bundle, library, (originals) => nameOriginals(originals));
  const linkedBy = startLinkedBy({
    version: bundle.version,
    nameKept: () => spoken().then(() => translate('kept_posts')),
    library,
    accounts: accounts.known,
  });
  const ownStore = startOwnStore(() => void ownFrames.showNew());
  /** What cannot be kept now is kept with the next session. */
  const nameOriginals = (originals: Originals) =>
    ownStore
      .nameOriginals(originals)
      .catch((error: unknown) => console.error('IfG Gloss cannot keep where posts are by now:', error));
  const nameKnown = async () => nameOriginals(await accounts.originals());
  const searchedOwn = createSearchedOwn({ store: ownStore, library, anchors, today: () => localDay(Date.now()) });
  const backup = startBackup(ownStore, accounts.backedUp, linkedBy.kept, nameKnown);
  const readOwn = async () => (await ownStore.read()).all;
  const ownFrames = createOwnFrames({ browser, library, readOwn, openLibraryPage });
  const answers: Answers<BackgroundRequests, Runtime.MessageSender> = {
    ...createAnswers(library, parts, accounts.freshSince, ownFrames, searchedOwn.read, () => newSince(Date.now)),
    ...accounts.answers,
    ...createOwnAnswers(ownStore, anchors),
    ...createScorecardAnswers(library, readOwn),
    ...backup.answers,
    ...linkedBy.answers,
    ...ownFrames.answers,
    ...createBearingAnswers({ browser, library, readOwn }),
  };

  const own = { id: browser.runtime.id, root: browser.runtime.getURL('') };
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const read = readRequest(message, askerOf(sender, own));
    if (read === null) return undefined;
    return read.ok ? answerMessage(answers, read.value, sender) : Promise.reject(new Error(`refused: ${read.error}`));
  });
  watchSettings(async (after, before) => {
    await speak(after.language);
    changeIcons(before, after);
    if (after.language !== before.language) {
      nameMenu();
      void lendAnew();
      void linkedBy.startSession();
    }
    // An open card would close with its mark.
    if (!isSameBesideLanguage(after, before)) void refreshMarks();
  });
  // Firefox for Android has no commands (docs/browsers.md).
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === 'open-card') void openCard();
    if (command === 'open-panel') void toggleSidePanel(tab);
    if (command === 'open-library') void openLibraryPage(null, tab?.windowId);
  });
  const handing = { browser, isSidePanelOpen, isTakenBySidePanel, translate, spoken };
  const nameMenu = startMenu({ ...handing, openSidePanel });
  // It was made with the browser's words, for nothing could be waited for.
  void spoken().then((words) => words !== null && nameMenu());
  startAddressBar({
    ...handing,
    async search(text) {
      const request = {
        text,
        order: 'relevance',
        start: 0,
        most: MOST_SUGGESTED,
        from: null,
        newSince: Date.now(),
      } as const;
      return (await (await library()).search(request, [])).hits;
    },
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void library();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
  });
  // Wakes the background when the browser starts, for the icons.
  browser.runtime.onStartup.addListener(() => {});
  startBadges();
  // What a tab reports on its way to another window is lost in Firefox, which does not let anybody look into it meanwhile.
  browser.tabs.onAttached.addListener((tabId) => void refreshMoved(tabId));
  watchAccess(
    needs,
    () => {
      void refreshMarks();
      void injectScanner();
      void startIcons();
    },
    () => void refreshMarks(),
  );
  onCollectingRefused((purposes) => void switchPurposes(purposes, false));
  void oncePerSession(browser.storage.session, () =>
    Promise.all([
      injectScanner(),
      startIcons(),
      accounts.startSession(),
      nameKnown(),
      linkedBy.startSession(),
      backup.startSession(),
    ]),
  );
});
