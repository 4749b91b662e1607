import { createLocalisation, type Messages } from '../core/localisation.ts';
import { lendMonths } from './lend-months.ts';

/** Lends this context words, and `Intl` the names of their months; null has it take the browser's again. */
export function lendWords(messages: Messages | null): void {
  const words = messages === null ? undefined : createLocalisation(messages);
  if (words !== undefined) lendMonths(words);
  globalThis.ifgGlossWords = words;
}
