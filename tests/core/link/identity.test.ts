import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify, identityKeys } from '../../../core/link/identity.ts';
import type { Publication } from '../../../core/model/publication.ts';
import { processorTime } from '../../processor-time.ts';
import { at, entry, shownAs } from './entries.ts';

const REPORT = '/publication/procurement-government-missions-delivery';
const ROLE = 'The role of procurement in delivering mission-led government';

/** Which of the entries are one, by their places. */
function parts(...entries: readonly Publication[]): number[][] {
  const places = new Map(entries.map(({ id }, place) => [id, place]));
  return identify(entries).map(({ members }) => members.map((id) => places.get(id) ?? -1));
}
const ONE = [[0, 1]];
const TWO = [[0], [1]];

test.each([
  'Role of procurement in delivering mission-led government',
  'THE ROLE OF PROCUREMENT IN DELIVERING MISSION-LED GOVERNMENT',
  'The role of procurement in delivering mission-led government | The Institute for Government',
  'The role of procurement in delivering mission–led government - IfG',
  '“The rôle of procurement in delivering ‘mission-led’ government”',
  'The role of procurement in deliver\u00ading mission-led government.',
])('a title drifts and is one: %s', (title) => {
  expect(parts(entry(), entry({ title }))).toEqual(ONE);
  expect(parts(entry({ title: 'x' }), entry({ title: 'y', otherTitles: [title] }), entry())).toEqual([[0], [1, 2]]);
});

test.each([
  ['Performance Tracker 2025: Schools', 'Performance Tracker 2025: Prisons'],
  ['Performance Tracker 2025: Schools', 'Performance Tracker 2024: Schools'],
  ['Whitehall Monitor 2024: Part 1: The civil service', 'Whitehall Monitor 2024: Part 2: The civil service'],
  ['Innovate UK invests £3.2 million in concrete', 'Innovate UK invests £32 million in concrete'],
  ['???', '!!!'],
])('titles are two: %s and %s', (one, other) => {
  expect(parts(entry({ title: one }), entry({ title: other }))).toEqual(TWO);
});

describe('one address is one publication', () => {
  test.each([
    [REPORT, REPORT.replace('publication', 'publications')],
    [REPORT, `${REPORT}-0`],
    ['/explainers/what-is-it', '/explainer/what-is-it'],
    ['/blog/what-now', '/article/comment/what-now'],
  ])('%s and %s', (one, other) => {
    expect(parts(entry({ title: 'a', addresses: [at(one)] }), entry({ title: 'b', addresses: [at(other)] }))).toEqual(
      ONE,
    );
  });
  test('through any number of others', () => {
    const [a, b, c] = ['/a/b', '/c/d', '/e/f'].map(at) as [string, string, string];
    expect(
      parts(
        entry({ title: '1', addresses: [a, b] }),
        entry({ title: '2', addresses: [c] }),
        entry({ title: '3', addresses: [c, b] }),
      ),
    ).toEqual([[0, 1, 2]]);
  });
});

test.each<[string, Partial<Publication>, Partial<Publication>, number[][]]>([
  ['other addresses', { addresses: [at('/publication/a')] }, { addresses: [at('/publication/b')] }, TWO],
  ['sections of one kind', { addresses: [at('/event/a')] }, { addresses: [at('/events/a')] }, ONE],
  ['an event and a report', { addresses: [at('/event/a')] }, { addresses: [at('/publication/a')] }, TWO],
  ['sections shown', { section: 'event' }, { section: 'publication' }, TWO],
  ['sections of one kind shown', { section: 'publications' }, { section: 'publication' }, ONE],
  [
    'a form that cannot be of the address',
    { displayForms: [shownAs('/event/procure')] },
    { addresses: [at(REPORT)] },
    TWO,
  ],
  ['a form that can', { displayForms: [shownAs(REPORT)] }, { addresses: [at(REPORT)] }, ONE],
  ['a form under an old name', { displayForms: [shownAs('/publications/x')] }, { addresses: [at(REPORT)] }, ONE],
  [
    'forms of two pages',
    { displayForms: [shownAs('/event/procure')] },
    { displayForms: [shownAs('/event/missions')] },
    TWO,
  ],
  [
    'forms under two names',
    { displayForms: [shownAs('/explainers/abc')] },
    { displayForms: [shownAs('/explainer/abcd')] },
    ONE,
  ],
  [
    'forms of a blog’s two names',
    { displayForms: [shownAs('/blog/missions-x')] },
    { displayForms: [shownAs('/article/comment/missions-x')] },
    ONE,
  ],
  ['nothing known', {}, { addresses: [at(REPORT)] }, ONE],
  ['another’s page', { isIfg: false, siteName: 'a.example' }, {}, TWO],
])('under one title: %s', (_, one, other, expected) => {
  expect(parts(entry(one), entry(other))).toEqual(expected);
  expect(parts(entry(other), entry(one))).toEqual(expected);
});

test('years of a title and of an address', () => {
  const title = 'How the civil service has changed since 2023';
  const years = (year: string) => entry({ title, addresses: [at(`/publication/whitehall-monitor-${year}`)] });
  expect(parts(entry({ title }), years('2023'))).toEqual(ONE);
  expect(parts(entry({ title }), years('2024'))).toEqual(TWO);
});

describe('pages elsewhere', () => {
  const elsewhere = (given: Partial<Publication>) => entry({ isIfg: false, ...given });
  test.each<[Partial<Publication>, Partial<Publication>, number[][]]>([
    [{ siteName: 'A' }, { siteName: 'A' }, ONE],
    [{ siteName: 'A' }, { siteName: 'B' }, TWO],
    [{ siteName: 'A' }, {}, TWO],
    [{}, {}, ONE],
    [
      { displayForms: ['www.a.example/news/procur...'] },
      { addresses: ['https://a.example/news/procurement-now'] },
      ONE,
    ],
    [
      { displayForms: ['www.a.example/news/procur...'] },
      { addresses: ['https://b.example/news/procurement-now'] },
      TWO,
    ],
    [{ displayForms: ['a.example/News/Procur...'] }, { addresses: ['https://a.example/News/Missions'] }, TWO],
  ])('%j and %j', (one, other, expected) => {
    expect(parts(elsewhere(one), elsewhere(other))).toEqual(expected);
  });
});

describe('a title that says little', () => {
  test.each<[string, Partial<Publication>, Partial<Publication>, number[][]]>([
    ['Making tax policy', {}, {}, TWO],
    ['Making tax policy', { displayForms: [shownAs(REPORT)] }, { addresses: [at(REPORT)] }, ONE],
    ['Making tax policy', { displayForms: [shownAs(REPORT)] }, { displayForms: [shownAs(REPORT)] }, ONE],
    ['Introduction', { displayForms: [shownAs(REPORT)] }, { displayForms: [shownAs(REPORT)] }, TWO],
    ['Part 1: Overview', { displayForms: [shownAs(REPORT)] }, { addresses: [at(REPORT)] }, TWO],
    ['Budgets', { displayForms: [shownAs('/event/budgets-x')] }, { addresses: [at('/event/budgets-2025')] }, ONE],
    ['???', {}, {}, TWO],
  ])('%s with %j and %j', (title, one, other, expected) => {
    expect(parts(entry({ title, ...one }), entry({ title, ...other }))).toEqual(expected);
  });
});

describe('where one may be either of two that contradict each other', () => {
  const a = entry({ addresses: [at('/publication/a')] });
  const b = entry({ displayForms: [shownAs(REPORT)] });
  const c = entry({ addresses: [at('/publication/c')] });
  test('it is neither', () => expect(parts(a, b, c)).toEqual([[0], [1], [2]]));
  test('and one that can be of only one of them is of that', () => {
    const event = entry({ addresses: [at('/event/e')] });
    expect(parts(a, b, event)).toEqual([[0, 1], [2]]);
  });
  test('it is parted again when the other comes, and joined again when that goes', () => {
    expect(parts(a, b)).toEqual(ONE);
    expect(parts(b, c)).toEqual(ONE);
  });
  test('also through titles that lead from one to another', () => {
    const [t, u] = ['Fixing the centre of British government now', 'Devolution in England after the last election'];
    const chain = [
      entry({ title: t, addresses: [at('/event/a')] }),
      entry({ title: t, otherTitles: [u] }),
      entry({ title: u, addresses: [at('/event/b')] }),
    ];
    expect(parts(...chain)).toEqual([[0], [1], [2]]);
  });
});

test('the oldest gives id and title, and all give what they know', () => {
  const older = entry({ displayForms: [shownAs(REPORT)], section: 'publication', kind: 'report' });
  const younger = entry({ title: `${ROLE} | IfG`, addresses: [at(REPORT)], description: 'About.', coverageOf: null });
  expect(identify([older, younger])).toEqual([
    {
      ...older,
      otherTitles: [younger.title],
      addresses: [at(REPORT)],
      description: 'About.',
      members: [older.id, younger.id],
    },
  ]);
  expect(identify([younger, older])[0]).toMatchObject({ id: younger.id, title: younger.title, kind: 'report' });
});

test('entries with one id are one, with what each says', () => {
  const one = entry({ title: 'a', addresses: [at('/a/b')] });
  expect(identify([one, { ...one, title: 'b' }, one])).toEqual([{ ...one, otherTitles: ['b'], members: [one.id] }]);
});

const TITLES = [
  ROLE,
  `${ROLE} | IfG`,
  'Making tax policy',
  'Budget',
  'Whitehall Monitor 2024: The size of the state',
  '?',
];
const PATHS = [
  '/publication/a',
  '/publications/a',
  '/event/a-2024',
  '/events/a-2024',
  '/event/b',
  '/blog/why-now-and-how',
];
const some = <Value>(values: readonly Value[], maxLength = 2) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength });
const entries = fc.array(
  fc
    .record({
      id: fc.nat(20),
      title: fc.constantFrom(...TITLES),
      otherTitles: some(TITLES, 1),
      isIfg: fc.boolean(),
      addresses: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, some(PATHS.map(at))),
      displayForms: some(PATHS.map(shownAs), 1),
      section: fc.constantFrom(null, null, null, 'event', 'publication'),
      siteName: fc.constantFrom(null, 'a', 'b'),
    })
    .map(({ id, ...given }) => entry({ ...given, id: `${id}` })),
  { maxLength: 12 },
);
const sorted = (groups: readonly (readonly string[])[]) => groups.map((group) => [...group].sort().join()).sort();
const membersIn = (given: readonly Publication[]) => sorted(identify(given).map(({ members }) => members));

test('what is one hangs neither on the order nor on ids', () => {
  fc.assert(
    fc.property(entries, fc.infiniteStream(fc.nat()), (given, keys) => {
      const order = given.map((each) => ({ each, key: keys.next().value ?? 0 }));
      const shuffled = order.sort((a, b) => a.key - b.key).map(({ each }) => each);
      expect(membersIn(shuffled)).toEqual(membersIn(given));
      const renamed = new Map(shuffled.map(({ id }, place) => [id, `renamed-${place}`]));
      const named = membersIn(given.map((each) => ({ ...each, id: renamed.get(each.id) ?? '' })));
      expect(named).toEqual(sorted(identify(given).map(({ members }) => members.map((id) => renamed.get(id) ?? ''))));
    }),
    { numRuns: 300 },
  );
}, 30_000);

test('what no chain of common keys leads to is identified by itself as with all', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const merged = identify(given);
      const apart = componentsOf(given).flatMap((component) => identify(component));
      expect(new Set(apart.map((each) => JSON.stringify(each)))).toEqual(
        new Set(merged.map((each) => JSON.stringify(each))),
      );
      for (const each of merged) {
        const own = given.filter(({ id }) => each.members.includes(id)).flatMap(identityKeys);
        expect(new Set(identityKeys(each))).toEqual(new Set(own));
      }
    }),
    { numRuns: 300 },
  );
}, 30_000);

/** In the order given, as what keys lead through. */
function componentsOf(given: readonly Publication[]): Publication[][] {
  let components: Publication[][] = [];
  for (const each of given) {
    const keys = new Set(identityKeys(each));
    const met = components.filter((component) =>
      component.some((other) => identityKeys(other).some((key) => keys.has(key))),
    );
    components = [...components.filter((component) => !met.includes(component)), [...met.flat(), each]];
  }
  return components.map((component) => given.filter((each) => component.includes(each)));
}

describe('takes little time', () => {
  /** Milliseconds of the processor's; what grows with the square takes several seconds. */
  const MOST = 1_500;
  const N = 8_000;
  const many = (make: (index: number) => Partial<Publication>, length = N) =>
    Array.from({ length }, (_, index) => entry(make(index)));
  test.each<[string, () => Publication[]]>([
    [
      '10,000 in twos of one title',
      () =>
        many(
          (index) => ({
            title: `Report on subject ${index >> 1} of government procurement`,
            addresses: index % 2 === 0 ? [at(`/publication/p${index}`)] : [],
            displayForms: [shownAs('/publication/')],
          }),
          10_000,
        ),
    ],
    ['one title', () => many(() => ({}))],
    ['one title at other addresses', () => many((index) => ({ addresses: [at(`/publication/p${index}`)] }))],
    ['one title with other forms', () => many((index) => ({ displayForms: [`a.example/${index}...`] }))],
    [
      'one entry with all addresses',
      () => [
        entry({
          addresses: many(() => ({})).map((_, index) => at(`/publication/p${index}`)),
          displayForms: many(() => ({})).map((_, index) => `a.example/${index}...`),
        }),
        entry(),
        entry({ addresses: [at('/publication/p7')] }),
      ],
    ],
    [
      'one entry with all titles',
      () => [
        entry({ otherTitles: many(() => ({})).map((_, index) => `Report ${index} of procurement in government`) }),
        ...many((index) => ({ title: `Report ${index} of procurement in government` })),
      ],
    ],
    ['one id', () => many(() => ({ id: 'one' }))],
  ])(
    '%s',
    async (_, make) => {
      const given = make();
      expect(await processorTime(() => identify(given), MOST)).toBeLessThan(MOST);
    },
    60_000,
  );
});
