import { readdirSync, readFileSync } from 'node:fs';

/** Draws a place in a list from a number in [0, 1): the earlier, the likelier, as Zipf's law has it. */
export type Place = (random: number) => number;

const PAGES = new URL('../gold/passages/', import.meta.url);
const SYLLABLES =
  'ba be bi ca co cu da de di fa fe ga ge go la le li ma me mo na ne no pa pe pi ra re ro sa se si ta te ti tr pl';
const ENDINGS = ['', 'n', 'r', 's', 'ing', 'ed', 'tion', 'al', 'ment'];

/**
 * Words, the commonest first: those of the gold pages by how often they stand there, and behind them made-up ones for the
 * long tail of names and slips.
 */
export function makeVocabulary(size: number, random: () => number): readonly string[] {
  const words = new Set(wordsOfPages());
  const syllables = SYLLABLES.split(' ');
  const one = (of: readonly string[]) => of[Math.floor(random() * of.length)] ?? '';
  while (words.size < size) {
    const length = 2 + Math.floor(random() * 3);
    words.add(Array.from({ length }, () => one(syllables)).join('') + one(ENDINGS));
  }
  return [...words];
}

function wordsOfPages(): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of readdirSync(PAGES).filter((each) => each.endsWith('.html'))) {
    const text = readFileSync(new URL(name, PAGES), 'utf8').replace(/<[^>]*>/g, ' ');
    for (const word of text.toLowerCase().match(/[a-z]{2,}/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

/** The place is `k` with a likelihood of about `k ** -exponent`; the exponent is not 1. */
export function zipf(size: number, exponent: number): Place {
  const power = 1 - exponent;
  const whole = (size + 1) ** power - 1;
  return (random) => Math.min(size - 1, Math.floor((1 + random * whole) ** (1 / power)) - 1);
}
