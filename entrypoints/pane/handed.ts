import browser from 'webextension-polyfill';
import { HANDED_KEY, readHanded } from '../../core/protocol/handed-question.ts';
import type { Question } from '../../core/protocol/look-up.ts';

/** What is stored of a question on its way. */
export async function readStored(): Promise<unknown> {
  return (await browser.storage.session.get(HANDED_KEY))[HANDED_KEY];
}

/** The question, if what is stored is one that was handed over to a window; taken, so that nobody else answers it. */
export function takeHanded(stored: unknown, windowId: number): Question | null {
  const question = readHanded(stored, windowId, Date.now());
  if (question !== null) void browser.storage.session.remove(HANDED_KEY);
  return question;
}

/** Calls back with each question that is handed over while this is open. */
export function onHanded(windowId: number, answer: (question: Question) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const question = area === 'session' ? takeHanded(changes[HANDED_KEY]?.newValue, windowId) : null;
    if (question !== null) answer(question);
  });
}
