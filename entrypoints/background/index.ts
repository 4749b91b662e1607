import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { answerMessage } from '../../core/messages.ts';
import { SETTINGS_KEY } from '../../core/settings.ts';
import { createAnswers } from './answers.ts';
import { openLibrary } from './library/open.ts';
import { injectScanner, openCard, refreshMarks } from './tabs.ts';

declare const __INDEX_VERSION__: string;

export default defineBackground(() => {
  const library = openLibrary({
    version: __INDEX_VERSION__,
    fetchIndex: async () => (await fetch(browser.runtime.getURL('bundled-index.json'))).json(),
  });
  const answers = createAnswers(library);

  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Runtime.MessageSender) => answerMessage(answers, message, sender) ?? undefined,
  );
  browser.storage.onChanged.addListener((changes) => {
    if (SETTINGS_KEY in changes) void refreshMarks();
  });
  browser.commands.onCommand.addListener((command) => {
    if (command === 'open-card') void openCard();
  });
  browser.runtime.onInstalled.addListener(() => void library());
  void injectScanner();
});
