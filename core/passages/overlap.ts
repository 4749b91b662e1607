import type { Sentence } from './page-words.ts';
import { type Probe, pairOf, sum } from './probes.ts';

/** What a probe and a run of sentences share. */
export interface Overlap {
  readonly stems: ReadonlySet<string>;
  /** The weight of the stems, and half of that again for those that are neighbours in both. */
  readonly weight: number;
  /** The weight times the cosine of probe and run, so that neither shares a small part of itself. */
  readonly strength: number;
}

/** A stem that tells less is no evidence of its own. */
export const TELLING = 0.25;
const PHRASE_WEIGHT = 0.5;
/** A probe or a run that weighs less is treated as if it weighed so much: in two words everything is shared. */
const MIN_WEIGHT = 2;
/** Words of one phrase are one piece of evidence, unless the phrase is as long as "preliminary market engagement". */
const MIN_PIECES = 2;
const LONG_PHRASE = 3;

export function weighOverlap(probe: Probe, run: readonly Sentence[]): Overlap {
  const firstStarts = new Map<string, number>();
  const phrases = new Set<string>();
  for (const { terms } of run) {
    let before = '';
    for (const { stem, start } of terms) {
      if (probe.weights.has(stem)) {
        if (!firstStarts.has(stem)) firstStarts.set(stem, start);
        if (before !== '' && before !== stem && probe.pairs.has(pairOf(before, stem)))
          phrases.add(pairOf(before, stem));
        before = stem;
      } else before = '';
    }
  }
  const stems = new Set(firstStarts.keys());
  const weightOf = (stem: string) => probe.weights.get(stem) ?? 0;
  const shared = sum([...stems].map(weightOf));
  const inPhrases = sum([...phrases].flatMap((pair) => pair.split(' ').map(weightOf))) / 2;
  const weight = shared + PHRASE_WEIGHT * inPhrases;
  const ofRun = sum(run.map((sentence) => sentence.weight));
  const cosine = shared / Math.sqrt(Math.max(MIN_WEIGHT, probe.weight) * Math.max(MIN_WEIGHT, ofRun));
  const telling = [...stems].filter((stem) => weightOf(stem) > TELLING);
  // An abbreviation stands for several stems and is one word.
  const words = [...Map.groupBy(telling, (stem) => firstStarts.get(stem)).values()];
  return { stems, weight, strength: isEnough(words, phrases) ? weight * Math.min(1, cosine) : 0 };
}

/** `words` are the stems of each word that is shared. */
function isEnough(words: readonly (readonly string[])[], phrases: ReadonlySet<string>): boolean {
  if (words.length >= LONG_PHRASE) return true;
  const [one = [], other = []] = words;
  const isPhrase = one.some((stem) => other.some((next) => phrases.has(pairOf(stem, next))));
  return words.length >= MIN_PIECES && !isPhrase;
}
