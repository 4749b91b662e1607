import './mark.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { answerMessage } from '../../core/messages.ts';
import { createAnswers } from './answers.ts';
import { onMessage } from './extension.ts';
import { createMarks } from './marks.ts';
import { watchLinks } from './watch-links.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  main(context) {
    const marks = createMarks(() => context.isValid);
    const answers = createAnswers(marks);
    onMessage((message) => answerMessage(answers, message, null));
    watchLinks(document, (links) => marks.consider(links), context.signal);
  },
});
