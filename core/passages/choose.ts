import { byStrength, type Candidate } from './candidates.ts';
import type { Claim } from './claims.ts';
import type { Note } from './notes.ts';

/** Where the page is not known to be what the notes are about. */
const SURE = 1;
/** Where it is: for the strongest passage of a claim, and for further ones. */
const SURE_OF_FIRST = 0.3;
const SURE_OF_FURTHER = 0.6;
/** The page is what notes with one context are about where this many of them, and this share, have a passage so strong. */
const SUPPORTING = { notes: 3, share: 0.4, strength: 0.5 };
/** Of the strength of what another note has in the same sentences, or the claim elsewhere: below it, chance. */
const SHARE_OF_RIVAL = 0.7;
const SHARE_OF_FIRST = 0.3;
const MOST_FOR_NOTE = 4;
const MOST_ON_PAGE = 60;

/** The candidates to believe, the strongest first. */
export function chooseCandidates(candidates: readonly Candidate[], notes: readonly Note[]): Candidate[] {
  const own = withoutOverlaps(candidates);
  const atSentence = new Map<number, number>();
  const ofClaim = new Map<Claim, number>();
  const ofNote = new Map<number, number>();
  for (const { claim, first, last, strength } of own) {
    for (const number of numbersOf(first, last)) raise(atSentence, number, strength);
    raise(ofClaim, claim, strength);
    raise(ofNote, claim.note, strength);
  }
  const supported = findSupported(notes, ofNote);
  const chosen = own.filter(({ claim, first, last, strength }) => {
    const strongest = ofClaim.get(claim) ?? 0;
    const rival = Math.max(...numbersOf(first, last).map((number) => atSentence.get(number) ?? 0));
    if (strength < SHARE_OF_RIVAL * rival || strength < SHARE_OF_FIRST * strongest) return false;
    if (!supported.has(notes[claim.note]?.context ?? '')) return strength >= SURE;
    return strength >= (strength === strongest ? SURE_OF_FIRST : SURE_OF_FURTHER);
  });
  // Of equals, not the one that happens to come first in the list of notes.
  const idOf = ({ claim }: Candidate) => notes[claim.note]?.id ?? '';
  return limit(chosen.sort((a, b) => byStrength(a, b) || (idOf(a) < idOf(b) ? -1 : 1)));
}

/** A note's claims share words, so that the same sentences come up for several: the strongest keeps them. */
function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const taken = new Map<number, Set<number>>();
  return candidates.toSorted(byStrength).filter(({ claim, first, last }) => {
    const sentences = taken.get(claim.note) ?? new Set();
    taken.set(claim.note, sentences);
    const own = numbersOf(first, last);
    if (own.some((number) => sentences.has(number))) return false;
    for (const number of own) sentences.add(number);
    return true;
  });
}

/** The contexts that the page is about, by how many of their notes have something in it. */
function findSupported(notes: readonly Note[], strongest: ReadonlyMap<number, number>): Set<string> {
  const counts = new Map<string, { all: number; met: number }>();
  for (const [number, { context }] of notes.entries()) {
    if (context === '') continue;
    const count = counts.get(context) ?? { all: 0, met: 0 };
    count.all += 1;
    if ((strongest.get(number) ?? 0) >= SUPPORTING.strength) count.met += 1;
    counts.set(context, count);
  }
  const supported = [...counts].filter(([, { all, met }]) => met >= SUPPORTING.notes && met >= SUPPORTING.share * all);
  return new Set(supported.map(([context]) => context));
}

function limit(chosen: readonly Candidate[]): Candidate[] {
  const counts = new Map<number, number>();
  return chosen
    .filter(({ claim: { note } }) => {
      const count = (counts.get(note) ?? 0) + 1;
      counts.set(note, count);
      return count <= MOST_FOR_NOTE;
    })
    .slice(0, MOST_ON_PAGE);
}

function raise<Key>(values: Map<Key, number>, key: Key, value: number): void {
  values.set(key, Math.max(values.get(key) ?? 0, value));
}

function numbersOf(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
