import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Sentence } from '../core/gloss/explain.ts';
import type { Countable, MessageKey } from '../core/message-key.ts';
import { sayCount } from './counts.ts';

/** Gives a sentence of `_locales`, its places filled; the browser's i18n behind it is the entrypoint's. */
export type Translate = (key: MessageKey, ...substitutions: readonly string[]) => string;

export const Words = createContext<Translate>((key) => key);

/** The language that the words are in, as BCP 47; undefined where dates and numbers may take the browser's. */
export const Language = createContext<string | undefined>(undefined);

export function useWords(): Translate {
  return useContext(Words);
}

export function useLanguage(): string | undefined {
  return useContext(Language);
}

export function say(translate: Translate, { key, substitutions }: Sentence): string {
  return translate(key, ...substitutions);
}

export function useCount(): (what: Countable, count: number) => string {
  const translate = useWords();
  const language = useLanguage();
  return (what, count) => sayCount(translate, language, what, count);
}
