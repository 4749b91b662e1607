import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers } from '../../../core/postings/pages.ts';
import { makePlacePages, PLACES, placesOfRun, readPlaces } from '../../../core/postings/places.ts';
import { atOnce } from '../../../core/steps.ts';

const word = fc.constantFrom('', 'net', 'zero', 'net-zero', 'a', 'the', 'ŵ');
const documents = fc.array(fc.array(word, { maxLength: 30 }), { maxLength: 40 });

function read(all: readonly (readonly string[])[], asked: string): number[] {
  return atOnce(makePlacePages(all))
    .filter((page) => covers(page, asked))
    .flatMap((page) => readPlaces(page, asked));
}

test('pages say where each word stands', () => {
  fc.assert(
    fc.property(documents, (all) => {
      for (const asked of new Set(all.flat())) {
        if (asked === '') continue;
        const places = all.flatMap((words, document) =>
          words.flatMap((each, place) => (each === asked ? [document * PLACES + place] : [])),
        );
        expect(read(all, asked)).toEqual(places);
      }
    }),
  );
});

test('a run of words is found where it stands, in one text', () => {
  const all = [
    ['the', 'state', 'of', 'net', 'zero'],
    ['net', '', 'zero', 'net', 'zero'],
    ['zero', 'net'],
  ];
  const run = placesOfRun([
    { places: read(all, 'net'), distance: 0 },
    { places: read(all, 'zero'), distance: 1 },
  ]);
  expect(run).toEqual([3, PLACES + 3]);
  const [state, zero] = [read(all, 'state'), read(all, 'zero')];
  expect(
    placesOfRun([
      { places: state, distance: 0 },
      { places: zero, distance: 3 },
    ]),
  ).toEqual([1]);
  expect(
    placesOfRun([
      { places: zero, distance: 0 },
      { places: [], distance: 1 },
    ]),
  ).toEqual([]);
});

test('bytes that lie are told', () => {
  const [page] = atOnce(makePlacePages([['net', 'zero', 'net'], ['net']]));
  if (page === undefined) throw new Error('there is no page');
  expect(readPlaces(page, 'net')).toEqual([0, 2, PLACES]);
  expect(() => readPlaces({ ...page, gaps: page.gaps.slice(0, 2) }, 'zero')).toThrow('bytes are missing');
  expect(() => readPlaces({ ...page, gaps: page.gaps.fill(255) }, 'net')).toThrow('bytes end');
});
