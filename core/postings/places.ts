import type { Steps } from '../steps.ts';
import { ByteReader, pushNumber } from './bytes.ts';
import { bytesOf, createTermLists, type Page } from './pages.ts';

/**
 * Where each word stands in each document is kept in pages of their own: of a word, for each document the gap to the one
 * before, doubled and one more where the word stands there more than once, then how often; then the gaps between its
 * places. A place is told by one number: the document's times `PLACES`, and the word's.
 */
export const PLACES = 65_536;

/** The pages of where words stand; documents are given as their words in order, and an empty one parts what is no one text. */
export function* makePlacePages(documents: readonly (readonly string[])[]): Steps<Page[]> {
  const lists = createTermLists();
  for (const [number, words] of documents.entries()) {
    for (const [word, places] of placesIn(words)) {
      const list = lists.of(word);
      pushNumber(list.bytes, 2 * (number - list.last) + Number(places.length > 1));
      list.last = number;
      if (places.length > 1) pushNumber(list.bytes, places.length);
      let last = 0;
      for (const place of places) {
        pushNumber(list.bytes, place - last);
        last = place;
      }
    }
    yield;
  }
  return yield* lists.toPages();
}

function placesIn(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, word] of words.slice(0, PLACES).entries()) {
    if (word === '') continue;
    const known = places.get(word);
    if (known === undefined) places.set(word, [place]);
    else known.push(place);
  }
  return places;
}

/** All places of a word, in rising order; none where the page does not hold it. Throws where it is damaged. */
export function readPlaces(page: Page, word: string): number[] {
  const bytes = bytesOf(page, word);
  const found: number[] = [];
  if (bytes === null) return found;
  const reader = new ByteReader(page.gaps, ...bytes);
  for (let document = -1; !reader.isAtEnd; ) {
    const gap = reader.number();
    document += Math.floor(gap / 2);
    let place = 0;
    for (let left = gap % 2 === 1 ? reader.number() : 1; left > 0; left -= 1) {
      place += reader.number();
      found.push(document * PLACES + place);
    }
  }
  return found;
}

/** A word of a run, by its places, and how far behind the first one it stands. */
export interface RunWord {
  readonly places: readonly number[];
  readonly distance: number;
}

/** The places of the first word of a run where the others stand behind it. */
export function placesOfRun([first, ...others]: readonly RunWord[]): readonly number[] {
  let found = first?.places ?? [];
  for (const { places, distance } of others) found = found.filter(followedBy(places, distance));
  return found;
}

/** Whether places, asked in rising order, have one of others so far behind them. */
function followedBy(places: readonly number[], distance: number): (place: number) => boolean {
  let next = 0;
  return (place) => {
    while (next < places.length && (places[next] ?? 0) < place + distance) next += 1;
    return places[next] === place + distance;
  };
}
