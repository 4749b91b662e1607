import browser from 'webextension-polyfill';
import type { Question } from '../../core/protocol/look-up.ts';
import { PENDING_KEY, readPending } from '../../core/protocol/pending-question.ts';

/** What is stored of a question on its way. */
export async function readStored(): Promise<unknown> {
  return (await browser.storage.session.get(PENDING_KEY))[PENDING_KEY];
}

/** The question, if what is stored is one that was handed over to a window; taken, so that nobody else answers it. */
export function takePending(stored: unknown, windowId: number): Question | null {
  const question = readPending(stored, windowId, Date.now());
  if (question !== null) void browser.storage.session.remove(PENDING_KEY);
  return question;
}

/** Calls back with each question that is handed over while this is open. */
export function onPending(windowId: number, answer: (question: Question) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const question = area === 'session' ? takePending(changes[PENDING_KEY]?.newValue, windowId) : null;
    if (question !== null) answer(question);
  });
}
