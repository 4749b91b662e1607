import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerMessage } from '../../core/protocol/wire.ts';
import { ownRuntime } from '../../page/extension.ts';
import { createLifetime } from '../../page/lifetime.ts';
import { createAnswers } from './answers.ts';
import { createMarks } from './marks.ts';
import { watchText } from './watch-text.ts';

/** Milliseconds between looks whether the extension is still there, and the page has left the marks as they are. */
const LOOKS = 1000;

export default defineUnlistedScript(() => {
  // The background injects this with each question of the reader's; once is enough.
  if (globalThis.ifgGlossBearing === true) return;
  globalThis.ifgGlossBearing = true;
  const lifetime = createLifetime();
  const marks = createMarks();
  const answers = createAnswers(marks);
  lifetime.onEnd(marks.clear);
  lifetime.every(LOOKS, marks.draw);
  watchText(marks.dropChanged, lifetime);
  ownRuntime()?.onMessage.addListener((message, _, respond) => {
    const answering = lifetime.isOver() ? null : answerMessage(answers, message, null);
    if (answering === null) return undefined;
    // Who gets no answer knows that this has failed.
    void answering.then(respond, () => respond(undefined));
    return true;
  });
});
