import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Sentence } from '../core/match/explain.ts';

/** Gives a sentence of `_locales`, its places filled; the browser's i18n behind it is the entrypoint's. */
export type Translate = (key: string, ...substitutions: readonly string[]) => string;

export const Words = createContext<Translate>((key) => key);

export function useWords(): Translate {
  return useContext(Words);
}

export function say(translate: Translate, { key, substitutions }: Sentence): string {
  return translate(key, ...substitutions);
}
