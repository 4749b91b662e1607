import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentOfFeeds } from '../../../core/gloss/content-of-feeds.ts';
import { glossFor } from '../../../core/gloss/gloss-for.ts';
import type { CanonicalAddress } from '../../../core/model/ids.ts';
import { createResolver } from '../../../core/recognise/resolve.ts';
import { readSeeds } from '../../../scripts/bundled-index.ts';
import { makeFeed } from '../../bench/gold.ts';
import { processorTime } from '../../processor-time.ts';
import { anyString } from '../any-string.ts';

interface SeedLink {
  readonly url: string;
  readonly is: string | null;
  readonly title?: string | null;
}

const feeds = await readSeeds();
const resolver = createResolver(feeds);
const { links } = JSON.parse(readFileSync(new URL('../../gold/seed-links.json', import.meta.url), 'utf8')) as {
  links: SeedLink[];
};

describe('every address near to the bundled feed comes out right', () => {
  test.each(links)('$url', ({ url, is, title }) => {
    for (const query of [{ url }, { url, text: title ?? '' }, { url, title: title ?? '' }]) {
      const { publication } = resolver.resolve(query);
      const found = feeds.flatMap((feed) => feed.publications).find(({ id }) => id === publication);
      expect(found?.title ?? null).toBe(is?.replace(' | Institute for Government', '') ?? null);
    }
  });
});

test('a link text that is the title recognises a report whose address is not known', () => {
  const url = 'https://www.instituteforgovernment.org.uk/publication/performance-tracker-2025/schools';
  expect(resolver.resolve({ url })).toMatchObject({ sureness: 'likely', reasons: [{ kind: 'words-in-address' }] });
  const pensions = 'https://www.instituteforgovernment.org.uk/comment/public-sector-pensions';
  const text = 'Public sector pensions reforms should focus on workforce recruitment and retention';
  expect(resolver.resolve({ url: pensions, text })).toMatchObject({ sureness: 'likely' });
});

test('the procurement report has its thread, its second post and fourteen recommendations', () => {
  const url =
    'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery?utm_source=x';
  const gloss = glossFor(contentOfFeeds(feeds), resolver.resolve({ url }));
  expect(gloss.counts.recommendations).toBe(14);
  expect(gloss.counts.posts).toBe(17);
  expect(gloss.sections.map(({ title }) => title?.split(' ')[0])).toEqual(['market', 'better', 'strengthening']);
  expect(gloss.coverage.map(({ siteName }) => siteName)).toEqual(['civilserviceworld.com']);
  expect(gloss.feeds).toMatchObject([
    { handle: 'drbenpaxton.bsky.social', displayName: 'Ben Paxton', asOf: '2025-11-11' },
  ]);
});

const REPORT = 'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery';
const SITE = 'https://www.instituteforgovernment.org.uk';

test('a page of another kind that is called as a report whose page is known is not that report', () => {
  const title = 'The role of procurement in delivering mission-led government';
  const known = createResolver([
    {
      ...makeFeed([{ url: REPORT, title }]),
      publications: makeFeed([{ url: REPORT, title }]).publications.map((each) => ({
        ...each,
        section: 'publication',
        addresses: ['https://instituteforgovernment.org.uk/publication/procurement-government-missions-delivery'],
        displayForms: [],
      })),
    },
  ]);
  const claimed = (section: string) =>
    known.resolve({ url: `${SITE}/${section}/procurement-launch`, title }).publication !== null;
  expect(claimed('event')).toBe(false);
  expect(claimed('node')).toBe(true);
  expect(claimed('publication')).toBe(true);
});

describe('a page of another section with the name of a report whose page is known', () => {
  const title = 'Whitehall Monitor 2025';
  const [made] = makeFeed([{ url: `${SITE}/publication/whitehall-monitor-2025`, title }]).publications;
  const feedOf = (address: string) => ({
    ...makeFeed([]),
    publications: made === undefined ? [] : [{ ...made, addresses: [address as CanonicalAddress], displayForms: [] }],
  });
  const known = createResolver([feedOf('https://instituteforgovernment.org.uk/publication/whitehall-monitor-2025')]);
  test.each([
    'event',
    'press-release',
    'podcast',
    'comment',
    'article/press-release',
    'article/event',
    'news/press-release',
    'press-releases',
    'data-visualisation',
    'video',
  ])('is not that report, whatever leads there: %s', (section) => {
    const url = `${SITE}/${section}/whitehall-monitor-2025`;
    for (const hints of [{}, { text: title }, { title }, { heading: title }])
      expect(known.resolve({ url, ...hints }).publication).toBeNull();
  });
  test.each(['publication', 'publications', 'publication/report', 'report'])(
    'but is where that holds reports: %s',
    (section) => {
      expect(known.resolve({ url: `${SITE}/${section}/whitehall-monitor-2025` }).publication).not.toBeNull();
    },
  );
  test.each(['', '/publications', '/publication', '/event', '/article/comment'])(
    'a list is no report, whatever it is called: %s',
    (path) => {
      for (const hints of [{ text: title }, { title }])
        expect(known.resolve({ url: `${SITE}${path}`, ...hints }).publication).toBeNull();
    },
  );
});

describe('a file is the report of its number', () => {
  const resolverOf = (title: string) => createResolver([makeFeed([{ url: `${SITE}/publication/x-y-z`, title }])]);
  const claims = (title: string, file: string) =>
    resolverOf(title).resolve({ url: `${SITE}/sites/default/files/2024-01/${file}` }).publication !== null;
  test.each([
    ['Making devolution deliver: Paper 2', 'making-devolution-deliver-paper-1.pdf'],
    ['Reforming parliament: Volume 1', 'reforming-parliament-volume-2.pdf'],
    ['Public services after the pandemic: Phase 1', 'public-services-after-pandemic-phase-2_0.pdf'],
    ['The centre of government: Interim report', 'centre-government-final-report.pdf'],
    ['Online harms and the regulator', 'harms-regulator-part-3.pdf'],
  ])('"%s" is not %s', (title, file) => expect(claims(title, file)).toBe(false));
  test.each([
    ['Making devolution deliver: Paper 2', 'making-devolution-deliver-paper-2_0.pdf'],
    ['Reforming parliament: Volume 1', 'IfG-Reforming_Parliament_Volume_1_WEB_4.pdf'],
    ['Public services after the pandemic', 'public-services-after-pandemic-final-web-2.pdf'],
    ['The centre of government: Final report', 'centre-government-final-report-online.pdf'],
  ])('"%s" is %s', (title, file) => expect(claims(title, file)).toBe(true));
  test('and one word of a title is no file of its report', () => {
    for (const word of ['devolution', 'paper'])
      expect(claims('Making devolution deliver: Paper 2', `${word}.pdf`)).toBe(false);
  });
});

test('few letters of an address are no more than that, however few words others share with a title', () => {
  const title = 'Public sector pensions reforms should focus on workforce recruitment and retention';
  const near = ['public-sector-workforce', 'public-sector-recruitment', 'public-sector-retention', 'public-workforce'];
  for (const name of near) expect(resolver.resolve({ url: `${SITE}/comment/${name}` }).publication, name).toBeNull();
  for (const name of ['public-sector-pensions', 'public-sector-pensions-reforms'])
    expect(resolver.resolve({ url: `${SITE}/comment/${name}` }).reasons, title).toContainEqual(
      expect.objectContaining({ kind: 'words-in-address' }),
    );
});

describe('a page says itself what it is', () => {
  test('by the address that it calls its own, on the Institute’s site', () => {
    const preview = resolver.resolve({ url: `${SITE}/node/12345`, canonical: REPORT });
    expect(preview).toMatchObject({ sureness: 'exact', reasons: [{ kind: 'canonical-known' }] });
    expect(resolver.resolve({ url: 'https://copy.example/', canonical: REPORT }).publication).toBeNull();
    expect(resolver.resolve({ url: `${SITE}/node/1`, canonical: 'no address' }).publication).toBeNull();
  });
  test('by its heading', () => {
    const heading = 'The role of procurement in delivering mission-led government';
    // Not there: the post showed an address in another section.
    expect(resolver.resolve({ url: `${SITE}/node/12345`, heading }).publication).toBeNull();
    expect(resolver.resolve({ url: `${SITE}/publication/new-name`, heading })).toMatchObject({ sureness: 'likely' });
  });
});

test.each([
  'Role of procurement in delivering mission-led government',
  'The role of procurement in delivering mission-led government | Institute for Government',
  'THE ROLE OF PROCUREMENT IN DELIVERING MISSION-LED GOVERNMENT | The Institute for Government',
  'The role of procurement in delivering mission–led government - IfG',
  '“The role of procurement in delivering mission-led government”',
])('a title drifts and is still the same: %s', (title) => {
  expect(resolver.resolve({ url: `${SITE}/publication/x-y-z`, title })).toMatchObject({ sureness: 'likely' });
});

test('a file that carries a report’s name is likely the report’s, and one that does not is not', () => {
  const files = `${SITE}/sites/default/files/2025-09`;
  const feed = makeFeed([{ url: REPORT, title: 'The role of procurement in delivering mission-led government' }]);
  const { resolve } = createResolver([feed]);
  for (const name of [
    'role-procurement-delivering-mission-led-government_0',
    'Procurement_mission-led_government_WEB_4',
  ])
    expect(resolve({ url: `${files}/${name}.pdf` }), name).toMatchObject({ sureness: 'likely' });
  for (const name of ['procurement', 'government-missions', 'performance-tracker-2025'])
    expect(resolve({ url: `${files}/${name}.pdf` }).publication, name).toBeNull();
});

describe('that an address fits a shortened one is said only where it does', () => {
  const title = 'The role of procurement in delivering mission-led government';
  const [made] = makeFeed([{ url: REPORT, title }]).publications;
  const shown = ['www.instituteforgovernment.org.uk/node/12345', 'www.instituteforgovernment.org.uk/publication/...'];
  const known = createResolver([
    { ...makeFeed([]), publications: made === undefined ? [] : [{ ...made, displayForms: shown }] },
  ]);
  const formsFor = (path: string, text?: string) =>
    known
      .resolve({ url: `${SITE}${path}`, ...(text !== undefined && { text }) })
      .reasons.flatMap((reason) => (reason.kind === 'display-form-agrees' ? [reason.displayForm] : []));
  const name = 'role-procurement-delivering-mission-led-government';
  const file = `/sites/default/files/2025-09/${name}.pdf`;
  test.each<[string, string?]>([[file], [file, title], ['/sites/default/files/report.pdf', title]])(
    'not of a file: %s %s',
    (...link) => {
      expect(known.resolve({ url: `${SITE}${link[0]}`, text: link[1] ?? '' }).sureness).toBe('likely');
      expect(formsFor(...link)).toEqual([]);
    },
  );
  test.each<[string, string, string?]>([
    [`/publication/${name}`, 'www.instituteforgovernment.org.uk/publication/...'],
    ['/publication/x-y-z', 'www.instituteforgovernment.org.uk/publication/...', title],
    ['/publications/x-y-z', 'www.instituteforgovernment.org.uk/publication/...', title],
    ['/node/12345', 'www.instituteforgovernment.org.uk/node/12345', title],
  ])('and it is the one that fits: %s', (path, form, text) => {
    expect(formsFor(path, text)).toEqual([form]);
  });
});

describe('an address that another carries', () => {
  const carried = encodeURIComponent(REPORT);
  test('is as sure as by itself behind what is known to lead on', () => {
    const match = resolver.resolve({ url: `https://go.bsky.app/redirect?u=${carried}` });
    expect(match).toMatchObject({ sureness: 'exact', reasons: [{ kind: 'address-known' }] });
  });
  test('is likely at most behind what is not, and says through which host', () => {
    const match = resolver.resolve({ url: `https://click.example/track?url=${carried}` });
    expect(match.sureness).toBe('likely');
    expect(match.reasons).toEqual([{ kind: 'address-known' }, { kind: 'carried-through', host: 'click.example' }]);
    expect(match.publication).toBe(resolver.resolve({ url: REPORT }).publication);
  });
  test('is named too where it is only related', () => {
    const below = encodeURIComponent(`${REPORT}/methodology`);
    const { sureness, reasons } = resolver.resolve({ url: `https://click.example/track?url=${below}` });
    expect(sureness).toBe('related');
    expect(reasons).toContainEqual({ kind: 'carried-through', host: 'click.example' });
  });
  test('is nothing where nothing is known of it, or nothing leads there', () => {
    const unknown = encodeURIComponent(`${SITE}/`);
    expect(resolver.resolve({ url: `https://click.example/track?url=${unknown}` }).reasons).toEqual([]);
    expect(resolver.resolve({ url: `https://news.example/print?url=${carried}` }).sureness).toBe('none');
  });
});

test('a page below a known one is related to it, and says so', () => {
  const match = resolver.resolve({ url: `${REPORT}/methodology` });
  expect(match).toMatchObject({ sureness: 'related', publication: null, reasons: [{ kind: 'below-publication' }] });
  expect(match.relatedPosts).toHaveLength(17);
});

test('what two feeds say of one publication is known of it together', () => {
  const [feed] = feeds;
  if (feed === undefined) throw new Error('no feed');
  const other = { ...feed, profile: { ...feed.profile, handle: 'other.example' } };
  const { resolve } = createResolver([feed, other]);
  const url = `${SITE}/publication/performance-tracker-2025/schools`;
  expect(resolve({ url }).publication).toBe(resolver.resolve({ url }).publication);
});

describe('related', () => {
  test('gives the shared words as the reason', () => {
    const match = resolver.resolve({ url: `${SITE}/publication/accountability-government-procurement` });
    expect(match.sureness).toBe('related');
    expect(match.reasons).toContainEqual({ kind: 'words-shared', words: expect.arrayContaining(['procurement']) });
    expect(match.relatedPosts.length).toBeLessThanOrEqual(5);
  });
  test.each([
    'comment/good-staff-ideas',
    'explainer/monarchy-scotland-throne',
    'event/2025-new-year-review',
    'our-work/topics/brexit',
    '',
  ])('is nothing where the likeness is weak: %s', (path) => {
    expect(resolver.resolve({ url: `${SITE}/${path}` }).sureness).toBe('none');
  });
});

test('no words of any kind throw, or take more than a millisecond a kilobyte', async () => {
  fc.assert(
    fc.property(anyString({ maxLength: 300 }), anyString(), (text, path) => {
      resolver.resolve({ url: `${SITE}/publication/${path}`, text, title: text, heading: text, canonical: text });
      resolver.resolve({ url: text, text: path });
    }),
    { numRuns: 1000 },
  );
  for (const piece of ['a ', ' | ', '|', 'a.', "'s ", '–', 'é', '2025: ', 'procurement ']) {
    const text = piece.repeat(100_000 / piece.length);
    const resolve = () => resolver.resolve({ url: `${SITE}/publication/x`, text, title: text, heading: text });
    expect(await processorTime(resolve, 100), piece).toBeLessThan(100);
  }
});
