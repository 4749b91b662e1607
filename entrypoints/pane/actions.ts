import browser from 'webextension-polyfill';
import type { PageInFront } from '../../components/page-view.tsx';
import type { PaneActions } from '../../components/pane-actions.ts';
import { MAX_QUESTION_LENGTH } from '../../core/protocol/forms.ts';
import { askForAccess } from '../../platform/access.ts';
import { ask } from '../../platform/ask.ts';
import { askAccounts } from '../../platform/ask-accounts.ts';
import { askLinkedBy } from '../../platform/ask-linked-by.ts';
import { copyText } from '../../platform/clipboard.ts';
import { openConsentPage } from '../../platform/consent-page.ts';
import { openLibrary } from '../../platform/library-page.ts';
import { readConsent } from '../../platform/network/consent.ts';
import { updateOrAsk } from '../../platform/network/update-feed.ts';
import { onLinkedByChange } from '../../platform/network/watch-linked-by.ts';
import { showMark, switchMarks } from './page.ts';
import { sidePanelOf } from './side-panel.ts';

interface Around {
  readonly windowId: number;
  /** A popup is in the way of what it leads to, and closes. */
  readonly isPopup: boolean;
  readonly page: () => PageInFront | null;
  readonly tryAgain: () => void;
}

export function createActions({ windowId, isPopup, page, tryAgain }: Around): PaneActions {
  const close = () => {
    if (isPopup) window.close();
  };
  const openSidePanel = isPopup ? sidePanelOf(windowId) : null;
  return {
    lookUp: ({ asked, linkText }) =>
      ask('lookUp', { asked: asked.slice(0, MAX_QUESTION_LENGTH), linkText: linkText.slice(0, MAX_QUESTION_LENGTH) }),
    describeFound: (found) => ask('describeFound', found),
    describeMore: (of, wanted) => ask('describeMore', { of, wanted }),
    onCopy: copyText,
    async onShowMark(place, isStep) {
      const isSeen = await showMark(page()?.tabId ?? -1, place).catch(() => false);
      if (isSeen && !isStep) close();
      return isSeen;
    },
    async onSwitchSite(on) {
      const site = page()?.site ?? null;
      if (site !== null) await switchMarks(site, on);
    },
    onAllow: askForAccess,
    onTryAgain: tryAgain,
    onOpenLibrary: (route) => void openLibrary(browser, route, windowId).then(close),
    async onUpdate(feed) {
      const came = await updateOrAsk(feed);
      if (came === 'opened') close();
      return came;
    },
    readFresh: () => askAccounts('readFresh', {}),
    // What is not noted is only told once more.
    seeFresh: (publication) => void askAccounts('seeFresh', { publication }).catch(() => null),
    linkedBy: {
      ask: askLinkedBy,
      mayAsk: async () => (await readConsent()).on.ask,
      readServices: async () => (await readConsent()).services,
      onChange: onLinkedByChange,
      onAddAccount: (add) => void openLibrary(browser, { view: 'accounts', add }, windowId).then(close),
      onNeedConsent: (address) => void openConsentPage(browser, { purpose: 'ask', address }).then(close),
    },
    onOpenOptions: () => void browser.runtime.openOptionsPage().then(close),
    onOpenSidePanel: openSidePanel && (() => void openSidePanel().then(close)),
  };
}
