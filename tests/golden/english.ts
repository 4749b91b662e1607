import { readFileSync } from 'node:fs';
import { explain } from '../../core/gloss/explain.ts';
import type { Reason } from '../../core/model/match.ts';

type Words = Readonly<Record<string, { readonly message: string }>>;

const words = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Words;

/** A sentence of the interface as it is read in English. */
export function inEnglish(key: string, ...substitutions: readonly string[]): string {
  const { message } = words[key] ?? { message: key };
  return message.replaceAll(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '');
}

export function sayReason(reason: Reason): string {
  const { key, substitutions } = explain(reason);
  return inEnglish(key, ...substitutions);
}
