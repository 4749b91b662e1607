import { describe, expect, test } from 'vitest';
import { readRecord } from '../../../../core/sources/bluesky/record.ts';
import { external, images, JO, linkFacet, quote, REPORT, recordOf, ref, SAM, uriOf } from './answers.ts';

const author = { did: JO, handle: 'jo.example', displayName: 'Jo Test' };
const read = (more: object = {}) => readRecord(author, uriOf('1'), recordOf(more));

test('a record alone tells no counts', () => {
  expect(read()).toMatchObject({ text: 'New report', likes: null, replies: null, isRepost: false, author });
});

test.each([
  null,
  'text',
  {},
  recordOf({ $type: 'app.bsky.graph.follow' }),
  recordOf({ text: null }),
  recordOf({ createdAt: 'x' }),
  recordOf({ labels: { values: [{ val: '!hide' }] } }),
])('%j is none', (record) => {
  expect(readRecord(author, uriOf('1'), record)).toBeNull();
});

test('nobody else’s record is', () => {
  expect(readRecord(author, uriOf('1', SAM), recordOf())).toBeNull();
});

describe('an instant', () => {
  test.each([
    ['2026-01-05T10:00:00.000Z', '2026-01-05T10:00:00.000Z'],
    ['2026-01-05T10:00:00.123456789Z', '2026-01-05T10:00:00.123Z'],
    ['2026-01-05T10:00:00.5+05:30', '2026-01-05T04:30:00.500Z'],
    ['2026-01-05T10:00:00-08:00', '2026-01-05T18:00:00.000Z'],
    ['2026-12-31t23:30:00-0100', '2027-01-01T00:30:00.000Z'],
    ['2024-02-29 00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2026-01-05T10:00:00', '2026-01-05T10:00:00.000Z'],
    ['1660-01-01T00:00:00Z', '1660-01-01T00:00:00.000Z'],
  ])('%s is %s', (createdAt, time) => {
    expect(read({ createdAt })?.time).toBe(time);
  });
  test.each([
    ...['2026-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-05T24:00:00Z', '2026-01-05', '0001-01-01T00:00:00Z'],
    ...['9999-12-31T23:59:59-01:00', 'Mon, 05 Jan 2026 10:00:00 GMT', '', `2026-01-05T10:00:00.${'0'.repeat(99)}Z`, 5],
  ])('%s is none', (createdAt) => {
    expect(read({ createdAt })).toBeNull();
  });
});

describe('links', () => {
  const text = 'Café culture & 🏛️ reform: see instituteforgovernment.org.uk/publication/… for more, or www.a.example/b.';
  test('are those of facets, by bytes, and those that stand in the text without', () => {
    expect(read({ text, facets: [linkFacet(36, 81, REPORT)] })?.links).toEqual([
      { shown: 'instituteforgovernment.org.uk/publication/…', address: REPORT },
      { shown: 'www.a.example/b', address: 'www.a.example/b' },
    ]);
  });
  test('may be words', () => {
    expect(read({ text: 'Read this', facets: [linkFacet(5, 9, REPORT)] })?.links).toEqual([
      { shown: 'this', address: REPORT },
    ]);
  });
  test('of a shortened address without a facet show only a part', () => {
    const shown = 'www.instituteforgovernment.org.uk/publication/...';
    expect(read({ text: shown })?.links).toEqual([{ shown, address: null }]);
  });
  test.each([
    'javascript:alert(1)',
    'at://did:plc:x/a/b',
    'www.a.example/b',
    'https://',
    `https://a.example/${'x'.repeat(3000)}`,
  ])('lead nowhere else: %s', (uri) =>
    expect(read({ text: 'Read this', facets: [linkFacet(5, 9, uri)] })?.links).toEqual([]),
  );
});

describe('a link card', () => {
  const card = {
    title: 'Procurement reform',
    description: 'About it.',
    siteName: 'Institute for Government',
    titleIsCertain: true,
    address: REPORT,
  };
  test('has its whole address, and the site that its title names', () => {
    expect(read({ embed: external(REPORT) })?.linkCard).toEqual(card);
    expect(read({ embed: external('https://a.example/b', { title: ' A  page ' }) })?.linkCard).toEqual({
      ...card,
      title: 'A page',
      siteName: null,
      address: 'https://a.example/b',
    });
  });
  test.each([
    ['https://evil.example/phish', null],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', null],
    ['https://bit.ly/3xYz', 'Institute for Government'],
    [
      `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(REPORT)}&data=05`,
      'Institute for Government',
    ],
  ])('at %s whose title ends in the Institute’s name is of its site: %s', (address, siteName) => {
    expect(read({ embed: external(address) })?.linkCard?.siteName).toBe(siteName);
  });
  test('stands also beside a quoted post', () => {
    const embed = { $type: 'app.bsky.embed.recordWithMedia', media: external(REPORT), record: quote(uriOf('7', SAM)) };
    expect(read({ embed })).toMatchObject({ linkCard: card, quote: uriOf('7', SAM) });
  });
  test('without a title is called by its address', () => {
    expect(read({ embed: external(REPORT, { title: '' }) })?.linkCard?.title).toBe(
      'instituteforgovernment.org.uk/publication/procurement-reform',
    );
  });
  test('that leads nowhere is none', () => {
    expect(read({ embed: external('javascript:alert(1)') })?.linkCard).toBeNull();
    expect(read({ embed: { $type: 'app.bsky.embed.external' } })?.linkCard).toBeNull();
  });
});

test('images and videos tell what they show, where they do', () => {
  expect(read({ embed: images('A chart', '', ' A table ') })).toMatchObject({
    images: 3,
    alternativeTexts: ['A chart', 'A table'],
  });
  const gallery = {
    $type: 'app.bsky.embed.gallery',
    items: [{ $type: 'app.bsky.embed.gallery#image', alt: 'One' }, 5],
  };
  expect(read({ embed: gallery })).toMatchObject({ images: 1, alternativeTexts: ['One'] });
  expect(read({ embed: { $type: 'app.bsky.embed.video', alt: 'A talk' } })).toMatchObject({
    images: 0,
    alternativeTexts: ['A talk'],
  });
});

test('what is not known is as if it were not there', () => {
  const facets = [{ index: { byteStart: 0, byteEnd: 3 }, features: [{ $type: 'a.example#bold' }] }];
  const later = { $type: 'app.bsky.embed.later', external: { uri: REPORT } };
  expect(read({ facets, embed: later, further: {} })).toEqual(read());
  const nested = { $type: 'app.bsky.embed.recordWithMedia', media: { $type: 'app.bsky.embed.recordWithMedia' } };
  expect(read({ embed: nested })).toEqual(read());
});

test('a list or a feed that is shown is no post that is quoted', () => {
  expect(read({ embed: quote(uriOf('7', SAM)) })?.quote).toBe(uriOf('7', SAM));
  expect(read({ embed: quote(`at://${SAM}/app.bsky.feed.generator/a`) })?.quote).toBe('none');
});

test('an answer says to what, or that it is not known', () => {
  expect(read({ reply: { root: ref('1'), parent: ref('2', SAM) } })?.reply).toEqual({
    root: uriOf('1'),
    parent: uriOf('2', SAM),
  });
  expect(read({ reply: { root: ref('1') } })?.reply).toBeNull();
  expect(read()?.reply).toBe('none');
});

test('languages, tags and mentions', () => {
  expect(
    read({
      text: 'Thanks @Sam.example',
      langs: ['en', 'cy', 'en', '<b>', 5],
      tags: ['procurement', ' ', 'procurement'],
    }),
  ).toMatchObject({ languages: ['en', 'cy'], tags: ['procurement'], mentions: ['sam.example'] });
});
