import type { Found, FoundField } from '../protocol/search.ts';
import { familiesOf } from '../text/word-families.ts';
import { type WordSpan, wordSpansOf } from '../text/word-spans.ts';
import { amountsAt } from './amounts.ts';
import { neighboursIn, type Wanted } from './wanted.ts';

/** A text of something that was found. */
export interface NamedText {
  readonly field: FoundField;
  readonly text: string;
}

/** Of the texts that hold what is wanted: those that hold some of it which none before holds, each with its places. */
export type MarkWanted = (texts: Iterable<NamedText>) => Found[];

type Range = readonly [start: number, end: number];

/** `begun` are the families that the open word, which is the last one, begins. */
export function createMarkWanted(wanted: Wanted, begun: readonly string[]): MarkWanted {
  const { words, phrases } = wanted;
  const named = neighboursIn(wanted).flatMap(({ one, other, telling }) =>
    telling.length === 1 && other.place === one.place + 1 ? [[one.word, other.word]] : [],
  );
  const unitOf = new Map(begun.map((family) => [family, words.length - 1]));
  for (const [unit, { family }] of words.entries()) unitOf.set(family, unit);
  const marksIn = (text: string) => {
    const spans = wordSpansOf(text);
    const units = new Set<number>();
    const ranges: Range[] = [];
    const written = spans.map(({ word }) => word);
    for (const [place, { word, start, end }] of spans.entries()) {
      const held = [...unitsOf([word], unitOf), ...unitsOf(amountsAt(written, place), unitOf)];
      if (held.length > 0) ranges.push([start, end]);
      for (const unit of held) units.add(unit);
    }
    for (const [place, phrase] of phrases.entries()) {
      const runs = runsOf(spans, phrase);
      if (runs.length > 0) units.add(words.length + place);
      ranges.push(...runs);
    }
    for (const name of named) ranges.push(...runsOf(spans, name));
    return { units, ranges: joinRanges(ranges) };
  };
  return (texts) => {
    const known = new Set<number>();
    const found: Found[] = [];
    for (const { field, text } of texts) {
      if (known.size === words.length + phrases.length) break;
      const { units, ranges } = marksIn(text);
      if ([...units].every((unit) => known.has(unit))) continue;
      for (const unit of units) known.add(unit);
      found.push({ field, ...cutAround(text, ranges) });
    }
    return found;
  };
}

/** The units that words are; none where not all of them are wanted, for "400bn" is no other number of billions. */
function unitsOf(words: readonly string[], unitOf: ReadonlyMap<string, number>): readonly number[] {
  const units = words.flatMap(familiesOf).map((family) => unitOf.get(family));
  return units.every((unit) => unit !== undefined) ? units : [];
}

/** Where a phrase stands: from its first word to its last. */
function runsOf(spans: readonly WordSpan[], phrase: readonly string[]): Range[] {
  return spans.flatMap(({ start }, at): Range[] => {
    const last = spans[at + phrase.length - 1];
    const isRun = last !== undefined && phrase.every((word, index) => spans[at + index]?.word === word);
    return isRun ? [[start, last.end]] : [];
  });
}

function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: [number, number][] = [];
  for (const [start, end] of ranges.toSorted(([a], [b]) => a - b)) {
    const before = joined.at(-1);
    if (before !== undefined && start < before[1]) before[1] = Math.max(before[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** UTF-16 units of a text that is shown whole; of a longer one so many are, and so many before what was found. */
const MAX_SHOWN = 420;
const BEFORE = 90;
const ELLIPSIS = '…';

function cutAround(text: string, ranges: readonly Range[]): Pick<Found, 'text' | 'ranges'> {
  if (text.length <= MAX_SHOWN) return { text, ranges };
  const [first = 0] = ranges[0] ?? [];
  const from = first <= BEFORE ? 0 : atSpace(text, first - BEFORE);
  const to = text.length - from <= MAX_SHOWN ? text.length : atSpace(text, from + MAX_SHOWN - BEFORE);
  const end = Math.max(to, ranges[0]?.[1] ?? 0);
  const head = from === 0 ? '' : ELLIPSIS;
  const shift = head.length - from;
  return {
    text: `${head}${text.slice(from, end)}${end === text.length ? '' : ELLIPSIS}`,
    ranges: ranges.filter(([, last]) => last <= end).map(([start, last]): Range => [start + shift, last + shift]),
  };
}

/** The first space from a place on, or the place where none is near: never within a letter of two units. */
function atSpace(text: string, place: number): number {
  const space = text.slice(place, place + BEFORE).search(/\s/);
  if (space !== -1) return place + space;
  return /[\udc00-\udfff]/.test(text.charAt(place)) ? place + 1 : place;
}
