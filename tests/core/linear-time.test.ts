import { expect, test } from 'vitest';
import { canonicalAddress } from '../../core/address/canonical.ts';
import { decodeAddress, decodeBase64, decodeWritten } from '../../core/address/encoded.ts';
import { findTextAddresses } from '../../core/address/text-addresses.ts';
import { formatBibtex } from '../../core/cite/bibtex.ts';
import { oneLine } from '../../core/cite/one-line.ts';
import { contentOfFeeds } from '../../core/gloss/content-of-feeds.ts';
import { sampleAddress } from '../../core/gloss/sample.ts';
import { parseFeed } from '../../core/link/parse-feed.ts';
import { isBreakBetween } from '../../core/passages/lines.ts';
import { createResolver } from '../../core/recognise/resolve.ts';
import { createLookUp } from '../../core/search/look-up.ts';
import { parseSettings } from '../../core/settings.ts';
import { repairGarbling } from '../../core/sources/text-page/garbling.ts';
import { readLinkCard } from '../../core/sources/text-page/link-card.ts';
import { looksLikeStamp } from '../../core/sources/text-page/stamp.ts';
import { readNumber } from '../../core/text/point-number.ts';
import { findAddresses, findMentions } from '../../core/text/post-text.ts';
import { splitSentences } from '../../core/text/sentences.ts';
import { findSharedWords } from '../../core/text/shared-words.ts';
import { createReadTerms } from '../../core/text/terms.ts';
import { titleKey } from '../../core/text/titles.ts';
import { seenText } from '../../core/text/unseen-letters.ts';
import { wordsOf } from '../../core/text/words.ts';
import { readSeeds } from '../../scripts/bundled-index.ts';
import { processorTime } from '../processor-time.ts';
import { makePage } from './sources/text-page/made-page.ts';

const SITE = 'https://www.instituteforgovernment.org.uk';
const UNITS = 50_000;
/** Milliseconds; what is quadratic takes seconds for so many units, what is linear a few of them. */
const MOST = 250;

/** What backtracking and looking back stumble over: each is repeated. */
const SCRAPS = [
  ...[
    'a',
    'A',
    'é',
    'あ',
    '👍',
    '\u0301',
    '\u00ad',
    '\ud800',
    ' ',
    '\t',
    '\n',
    '\r',
    '.',
    '-',
    '=',
    '%',
    '(',
    ')',
    '[',
    '"',
    '’',
    '@',
    '#',
    '*',
    '_',
  ],
  ...[
    'a ',
    'a.',
    'a/',
    'a.あ',
    'あ1',
    'xn--',
    '@a.',
    '. A',
    'e.g. ',
    '//',
    '&a=b',
    '%20',
    '-0',
    '| ',
    ' | ',
    '://',
    '=h',
    'www.',
    'https://',
    'https%3A%2F%2F',
  ],
  ...[
    'β€',
    'β€™',
    'πŸ',
    'πŸ‘',
    'Γ',
    'Ò',
    '1',
    '1.',
    '1. ',
    '(1) ',
    '1/ ',
    '①',
    '10%',
    '2025: ',
    '\n\n',
    'a\n',
    'a) x\n',
    '1. x\n',
  ],
  ...[
    'Preview\n',
    'Post image ',
    'Post image\n',
    '11.11.2025 09:25 — ',
    '👍 0    ',
    '1 Followers\n',
    '702 Followers  |  234 Following  |  3 Posts  |  Joined: 01.11.2023\n',
  ],
  ...[
    'Latest posts by jo.bsky.social on Bluesky\n',
    '| Institute for Government ',
    'first group of recommendations ',
    'instituteforgovernment.org.uk/',
  ],
];
const feeds = await readSeeds();
const resolver = createResolver(feeds);
const lookUp = createLookUp(contentOfFeeds(feeds), resolver);

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  canonicalAddress: (text) => canonicalAddress(`${SITE}/${text}`),
  decodeAddress,
  decodeBase64,
  decodeWritten,
  findAddresses: (text) => findAddresses(`www.${text}`),
  findMentions,
  findSharedWords: (text) => findSharedWords(text, ['a']),
  findTextAddresses,
  formatBibtex: (title) =>
    formatBibtex({ kind: 'report', title, titleIsCertain: true, publisher: title, address: `https://${title}` }, ''),
  isBreakBetween: (text) => isBreakBetween(text, text),
  looksLikeStamp: (text) => looksLikeStamp(`11.11.2025 09:25 — 👍 0 ${text}`),
  lookUp: (asked) => lookUp.answer({ asked, linkText: asked }),
  oneLine,
  'parseFeed, a bio': (text) => parseFeed(makePage([{ text: 'a' }], text)),
  'parseFeed, a card': (card) => parseFeed(makePage([{ text: 'a' }, { text: 'b', card }])),
  'parseFeed, a post': (text) => parseFeed(makePage([{ text }])),
  'parseFeed, a page': parseFeed,
  parseSettings: (text) => parseSettings({ sitesOff: [text] }),
  readLinkCard: (text) => readLinkCard(text, null),
  readNumber: (text) => readNumber(`1. ${text}`),
  readTerms: (text) => createReadTerms()(text),
  repairGarbling: (text) => repairGarbling(text.repeat(3)),
  resolve: (text) =>
    resolver.resolve({ url: `${SITE}/publication/x`, text, title: text, heading: text, canonical: text }),
  seenText,
  splitSentences,
  titleKey,
  wordsOf,
};

test.each(Object.keys(READERS))(
  '%s takes time linear in the length of a text',
  async (name) => {
    const read = READERS[name] ?? expect.unreachable();
    for (const scrap of SCRAPS) {
      for (const end of ['', 'x!']) {
        const text = scrap.repeat(UNITS / scrap.length) + end;
        expect(await processorTime(() => read(text), MOST), JSON.stringify(`${scrap}…${end}`)).toBeLessThan(MOST);
      }
    }
  },
  60_000,
);

test('an address of the greatest length takes a few milliseconds', async () => {
  for (const start of [
    `${SITE}/`,
    `${SITE}/publication/`,
    `${SITE}/blog?`,
    'https://x.example/redirect?url=',
    'https://www.google.com/url?q=',
    'https://',
  ])
    for (const scrap of [...SCRAPS, 'a/', 'tax-', '2025-', 'url=x&', 'aHR0c/', `${start}`, encodeURIComponent(start)]) {
      const url = (start + scrap.repeat(2048 / scrap.length)).slice(0, 2048);
      expect(await processorTime(() => resolver.resolve({ url }), 20), JSON.stringify(url.slice(0, 60))).toBeLessThan(
        20,
      );
    }
});

test('the sample is chosen in time linear in the posts', async () => {
  const [feed] = feeds;
  const [publication] = feed?.publications.filter(({ isIfg }) => isIfg) ?? [];
  const [post] = feed?.posts ?? [];
  if (!feed || !publication || !post) throw new Error('no feed');
  const ids = Array.from({ length: 40_000 }, (_, index) => `ifg:${index}`);
  const large = {
    ...feed,
    publications: ids.map((id) => ({ ...publication, id, addresses: [`https://a.example/${id}`] })),
    posts: ids.map((id) => ({ ...post, publications: [id] })),
  };
  expect(await processorTime(() => sampleAddress([large]), 8 * MOST)).toBeLessThan(8 * MOST);
});
