import type { Instead } from '../protocol/search.ts';
import { type Correction, corrected, readCorrections } from './correct.ts';
import { type Held, readHeld, type Unit } from './held.ts';
import type { LibraryColumns } from './library-columns.ts';
import { type AllMatched, createWeigh, EXCLUDED, matchUnits } from './match.ts';
import { matchOwn, type OwnMatched } from './match-own.ts';
import type { OwnDocuments } from './own-documents.ts';
import { withWord } from './query.ts';
import type { PageSource } from './source.ts';
import { KINDS } from './tally.ts';
import type { Wanted } from './wanted.ts';

/** What is looked for in the end, and what documents hold of it. */
export interface Decided {
  readonly wanted: Wanted;
  readonly held: Held;
  readonly matched: AllMatched;
  readonly own: OwnMatched;
  readonly isEnough: (bits: number) => boolean;
  readonly instead: Instead | null;
}

/** What a document must hold at least, of the weight of all words, where none holds all: of two words, one that tells. */
const MIN_SHARE = 0.4;
/** So many ways of writing it otherwise are tried. */
const MAX_TRIES = 8;

interface Search {
  readonly source: PageSource;
  readonly library: LibraryColumns;
  readonly own: OwnDocuments;
  readonly text: string;
}

/**
 * All that was asked is wanted; where nothing holds all of it, a word that nothing holds with a letter otherwise, and then
 * enough of the words. Words that are all known are meant as they stand: one of them is another only where nothing holds enough.
 */
export async function decide(search: Search, wanted: Wanted, held: Held): Promise<Decided> {
  const strict = matchAll(search, wanted, held);
  if (holdsAll(strict)) return strict;
  const some = () => relax(search, strict);
  const other = () => correct(search, wanted, held);
  const isKnown = held.words.every(isHeld);
  return (isKnown ? (some() ?? (await other())) : ((await other()) ?? some())) ?? strict;
}

function matchAll({ library, own }: Search, wanted: Wanted, held: Held, instead: Instead | null = null): Decided {
  const all = bitsOf(held);
  const isEnough = (bits: number) => (bits & (all | EXCLUDED)) === all;
  const ofOwn = matchOwn(own, wanted, held);
  return { wanted, held, own: ofOwn, matched: matchUnits(library, held, ofOwn.followed, isEnough), isEnough, instead };
}

function bitsOf({ words, phrases }: Held): number {
  return 2 ** (words.length + phrases.length) - 1;
}

/** Whether any document holds all, be it one that holds what it may not. */
function holdsAll({ matched, own, held }: Decided): boolean {
  const all = bitsOf(held);
  return isAny({ matched, own }, (bits) => (bits & all) === all);
}

function isAny({ matched, own }: Pick<Decided, 'matched' | 'own'>, is: (bits: number) => boolean): boolean {
  return KINDS.some((kind) => matched[kind].bits.some(is)) || own.notes.some(({ bits }) => is(bits));
}

async function correct(search: Search, wanted: Wanted, held: Held): Promise<Decided | null> {
  const { source, library, text } = search;
  const unknown = wanted.words.filter((_, index) => !isHeld(held.words[index]));
  const doubtful = unknown.length > 0 ? unknown : wanted.words;
  const corrections = await readCorrections(source, library.segments, doubtful);
  for (const tried of waysOf(corrections, unknown.length > 0).slice(0, MAX_TRIES)) {
    const meant = corrected(wanted, tried);
    const written = tried.reduce((changed, { of, word }) => withWord(changed, of.word, word), text);
    const held = await readHeld(source, library.segments, meant);
    const decided = matchAll(search, meant, held, { kind: 'spelling', text: written });
    if (holdsAll(decided)) return decided;
  }
  return null;
}

function isHeld(unit: Unit | undefined): boolean {
  return unit !== undefined && [unit.whole, ...unit.begun].some((texts) => texts.size > 0);
}

/** Where some words are not known each of these is another; else one word is. The likeliest first. */
function waysOf(corrections: readonly (readonly Correction[])[], isEach: boolean): (readonly Correction[])[] {
  const ways = isEach ? combine(corrections) : corrections.flat().map((correction) => [correction]);
  const documents = (way: readonly Correction[]) => Math.min(...way.map((each) => each.documents));
  return ways.sort((a, b) => documents(b) - documents(a));
}

function combine(corrections: readonly (readonly Correction[])[]): (readonly Correction[])[] {
  // Of many words that are not known, only the likeliest correction of each is tried.
  const most = corrections.length > 2 ? 1 : MAX_TRIES;
  return corrections.reduce<(readonly Correction[])[]>(
    (ways, each) => ways.flatMap((way) => each.slice(0, most).map((correction) => [...way, correction])),
    [[]],
  );
}

/** Phrases stay wanted. */
function relax({ library }: Search, { wanted, held, own }: Decided): Decided | null {
  if (held.words.length < 2) return null;
  const weigh = createWeigh(held.words);
  const words = 2 ** held.words.length - 1;
  const phrases = bitsOf(held) - words;
  const least = MIN_SHARE * weigh(words);
  const isEnough = (bits: number) => (bits & (phrases | EXCLUDED)) === phrases && weigh(bits & words) >= least;
  const matched = matchUnits(library, held, own.followed, isEnough);
  return isAny({ matched, own }, isEnough) ? { wanted, held, own, matched, isEnough, instead: { kind: 'some' } } : null;
}
