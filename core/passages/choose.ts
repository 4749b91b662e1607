import { byStrength, type PassageCandidate } from './candidates.ts';
import type { Probe } from './probes.ts';
import type { Statement } from './statements.ts';

/** Where the page is not known to be what the statements are about. */
const SURE = 1;
/** Where it is: for the strongest passage of a probe, and for further ones. */
const SURE_OF_FIRST = 0.3;
const SURE_OF_FURTHER = 0.6;
/** The page is what statements with one context are about where this many of them, and this share, have a passage so strong. */
const SUPPORTING = { statements: 3, share: 0.4, strength: 0.5 };
/** Of the strength of what another statement has in the same sentences, or the probe elsewhere: below it, chance. */
const SHARE_OF_RIVAL = 0.7;
const SHARE_OF_FIRST = 0.3;
const MAX_FOR_STATEMENT = 4;
const MAX_ON_PAGE = 60;

/** The candidates to believe, the strongest first. */
export function chooseCandidates(
  candidates: readonly PassageCandidate[],
  statements: readonly Statement[],
): PassageCandidate[] {
  const own = withoutOverlaps(candidates);
  const atSentence = new Map<number, number>();
  const ofProbe = new Map<Probe, number>();
  const ofStatement = new Map<number, number>();
  for (const { probe, first, last, strength } of own) {
    for (const number of numbersOf(first, last)) raise(atSentence, number, strength);
    raise(ofProbe, probe, strength);
    raise(ofStatement, probe.statement, strength);
  }
  const supported = findSupported(statements, ofStatement);
  const chosen = own.filter(({ probe, first, last, strength }) => {
    const strongest = ofProbe.get(probe) ?? 0;
    const rival = Math.max(...numbersOf(first, last).map((number) => atSentence.get(number) ?? 0));
    if (strength < SHARE_OF_RIVAL * rival || strength < SHARE_OF_FIRST * strongest) return false;
    if (!supported.has(statements[probe.statement]?.context ?? '')) return strength >= SURE;
    return strength >= (strength === strongest ? SURE_OF_FIRST : SURE_OF_FURTHER);
  });
  // Of equals, not the one that happens to come first in the list of statements.
  const idOf = ({ probe }: PassageCandidate) => statements[probe.statement]?.id ?? '';
  return limit(chosen.sort((a, b) => byStrength(a, b) || (idOf(a) < idOf(b) ? -1 : 1)));
}

/** A statement's probes share words, so that the same sentences come up for several: the strongest keeps them. */
function withoutOverlaps(candidates: readonly PassageCandidate[]): PassageCandidate[] {
  const taken = new Map<number, Set<number>>();
  return candidates.toSorted(byStrength).filter(({ probe, first, last }) => {
    const sentences = taken.get(probe.statement) ?? new Set();
    taken.set(probe.statement, sentences);
    const own = numbersOf(first, last);
    if (own.some((number) => sentences.has(number))) return false;
    for (const number of own) sentences.add(number);
    return true;
  });
}

/** The contexts that the page is about, by how many of their statements have something in it. */
function findSupported(statements: readonly Statement[], strongest: ReadonlyMap<number, number>): Set<string> {
  const counts = new Map<string, { all: number; met: number }>();
  for (const [number, { context }] of statements.entries()) {
    if (context === '') continue;
    const count = counts.get(context) ?? { all: 0, met: 0 };
    count.all += 1;
    if ((strongest.get(number) ?? 0) >= SUPPORTING.strength) count.met += 1;
    counts.set(context, count);
  }
  const supported = [...counts].filter(
    ([, { all, met }]) => met >= SUPPORTING.statements && met >= SUPPORTING.share * all,
  );
  return new Set(supported.map(([context]) => context));
}

function limit(chosen: readonly PassageCandidate[]): PassageCandidate[] {
  const counts = new Map<number, number>();
  return chosen
    .filter(({ probe: { statement } }) => {
      const count = (counts.get(statement) ?? 0) + 1;
      counts.set(statement, count);
      return count <= MAX_FOR_STATEMENT;
    })
    .slice(0, MAX_ON_PAGE);
}

function raise<Key>(values: Map<Key, number>, key: Key, value: number): void {
  values.set(key, Math.max(values.get(key) ?? 0, value));
}

function numbersOf(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
