import { PLACES, placesOfRun, type RunWord } from '../postings/places.ts';
import { weightOf } from '../text/postings.ts';
import { familiesOf } from '../text/word-families.ts';
import { type InTexts, NOWHERE, readAllPlaces, readBegun, readDocuments } from './read-index.ts';
import { type PageSource, type PlacedSegment, sizesOf } from './source.ts';
import { neighboursIn, type Wanted } from './wanted.ts';
import { FIELDS_SEARCHED } from './written.ts';

/** A word or a phrase that is wanted, and the documents that hold it in each text. */
export interface Unit {
  /** How much it tells: the fewer documents hold it, the more. Between 0 and 1 for a word. */
  readonly weight: number;
  readonly whole: InTexts;
  /** What the word begins that is being typed. */
  readonly begun: readonly InTexts[];
}

/** Where what is wanted is held. */
export interface Held {
  readonly words: readonly Unit[];
  readonly phrases: readonly Unit[];
  readonly without: readonly InTexts[];
  /** Words as they were typed, and side by side as they were. */
  readonly typed: readonly Unit[];
  readonly near: readonly Unit[];
  /** The families that the open word begins. */
  readonly begun: readonly string[];
}

/** A word that begins more others is not typed far enough yet: the first ones are taken. */
const MAX_BEGUN = 400;
/** Pages that hold what begins with a word; there are rarely more. */
const PAGES_BEGINNING = 4;

/** Reads where what is wanted is held: all of it at once, once it is known what the open word begins. */
export async function readHeld(source: PageSource, segments: readonly PlacedSegment[], wanted: Wanted): Promise<Held> {
  const { words, names, phrases, without } = wanted;
  const begun = await readBegunFamilies(source, segments, wanted);
  const excluded = without.map((run) => (run.length === 1 ? familiesOf(run[0] ?? '') : []));
  const runs = [...phrases, ...without.filter((_, index) => excluded[index]?.length === 0)];
  const placed = [...runs.flat(), ...[...words, ...names].map(({ word }) => word)];
  const [documents, places] = await Promise.all([
    readDocuments(source, segments, [...words.map(({ family }) => family), ...begun, ...excluded.flat()]),
    readAllPlaces(source, segments, placed),
  ]);
  const sizes = sizesOf(segments);
  const size = sizes.posts + sizes.recommendations + sizes.publications;
  const holding = (run: readonly string[]) =>
    documentsOfRun(run.map((word, distance) => ({ places: places.get(word) ?? NOWHERE, distance })));
  const wordUnits = words.map(({ family, isOpen }): Unit => {
    const whole = documents.get(family) ?? NOWHERE;
    const others = isOpen ? begun.map((each) => documents.get(each) ?? NOWHERE) : [];
    const having = countIn(whole) || others.reduce((sum, each) => sum + countIn(each), 0);
    return { weight: weightOf(family, having, size), whole, begun: others };
  });
  return {
    words: wordUnits,
    phrases: phrases.map((run) => {
      const whole = holding(run);
      return { weight: weightOf('', countIn(whole), size), whole, begun: [] };
    }),
    without: without.map((run, index) => {
      const [family] = excluded[index] ?? [];
      return family === undefined ? holding(run) : (documents.get(family) ?? NOWHERE);
    }),
    typed: words.map(({ word }, index) => ({
      weight: wordUnits[index]?.weight ?? 0,
      whole: holding([word]),
      begun: [],
    })),
    near: neighboursIn(wanted).map(({ one, other, telling }) => {
      const run = [one, other].map(({ word, place }) => ({
        places: places.get(word) ?? NOWHERE,
        distance: place - one.place,
      }));
      const weight = Math.min(...telling.map((index) => wordUnits[index]?.weight ?? 0));
      return { weight, whole: documentsOfRun(run), begun: [] };
    }),
    begun,
  };
}

async function readBegunFamilies(
  source: PageSource,
  segments: readonly PlacedSegment[],
  { words }: Wanted,
): Promise<readonly string[]> {
  const open = words.at(-1);
  if (open?.isOpen !== true) return [];
  const begun = await readBegun(source, segments, open.word, PAGES_BEGINNING);
  return [...new Set(begun.slice(0, MAX_BEGUN).flatMap(familiesOf))].filter((family) => family !== open.family);
}

function countIn(texts: InTexts): number {
  let sum = 0;
  for (const documents of texts.values()) sum += documents.length;
  return sum;
}

/** The documents in which words stand in a row, each so far behind the first. */
function documentsOfRun(run: readonly { readonly places: InTexts; readonly distance: number }[]): InTexts {
  const texts = FIELDS_SEARCHED.map((text) => {
    const words = run.map(({ places, distance }): RunWord => ({ places: places.get(text) ?? [], distance }));
    return [text, documentsOf(placesOfRun(words))] as const;
  });
  return new Map(texts.filter(([, documents]) => documents.length > 0));
}

/** Each document once. */
function documentsOf(places: readonly number[]): number[] {
  const documents: number[] = [];
  for (const place of places) {
    const document = Math.floor(place / PLACES);
    if (documents.at(-1) !== document) documents.push(document);
  }
  return documents;
}
