import { familiesOf } from '../text/word-families.ts';
import type { Held } from './held.ts';
import { BEGUN_SHARE, EXCLUDED, NEAR_SHARE, TYPED_SHARE } from './match.ts';
import type { ReadText } from './own-texts.ts';
import { neighboursIn, type PlacedWord, type Wanted } from './wanted.ts';

/** What a text holds of what is wanted: a bit for each word, then for each phrase, and `EXCLUDED`; and what that counts. */
export interface HeldInText {
  readonly bits: number;
  readonly worth: number;
}

/** Tells what texts hold that no index has, as an index would: by the same units, at the same weights. */
export function createMatchText(wanted: Wanted, held: Held): (text: ReadText) => HeldInText {
  const units = [
    ...wanted.words.map(holdsWord),
    ...wanted.phrases.map((run) => (text: ReadText) => shareOf(holdsRun(text, run))),
  ];
  const weights = [...held.words, ...held.phrases].map(({ weight }) => weight);
  const isExcluded = wanted.without.map(holdsExcluded);
  const neighbours = neighboursIn(wanted);
  return (text) => {
    let bits = 0;
    let worth = 0;
    for (const [place, shareIn] of units.entries()) {
      const share = shareIn(text);
      if (share === 0) continue;
      bits += 2 ** place;
      worth += share * (weights[place] ?? 0);
    }
    if (bits === 0 && isExcluded.length === 0) return NOTHING;
    for (const [place, { word }] of wanted.words.entries())
      if (text.words.includes(word)) worth += TYPED_SHARE * (weights[place] ?? 0);
    for (const { one, other, telling } of neighbours)
      if (isNear(text, one, other)) worth += NEAR_SHARE * Math.min(...telling.map((place) => weights[place] ?? 0));
    return { bits: isExcluded.some((holds) => holds(text)) ? bits + EXCLUDED : bits, worth };
  };
}

const NOTHING: HeldInText = { bits: 0, worth: 0 };

type WantedWord = Wanted['words'][number];

function shareOf(holds: boolean): number {
  return holds ? 1 : 0;
}

/** What of a word's weight a text has. */
function holdsWord({ word, family, isOpen }: WantedWord): (text: ReadText) => number {
  return ({ families, words }) => {
    if (families.has(family)) return 1;
    return isOpen && words.some((each) => each.startsWith(word)) ? BEGUN_SHARE : 0;
  };
}

function holdsExcluded(run: readonly string[]): (text: ReadText) => boolean {
  const [family] = run.length === 1 ? familiesOf(run[0] ?? '') : [];
  return (text) => (family === undefined ? holdsRun(text, run) : text.families.has(family));
}

function holdsRun({ words }: ReadText, run: readonly string[]): boolean {
  return words.some((_, start) => run.every((word, index) => words[start + index] === word));
}

function isNear({ words }: ReadText, one: PlacedWord, other: PlacedWord): boolean {
  const distance = other.place - one.place;
  return words.some((word, place) => word === one.word && words[place + distance] === other.word);
}
