import { expect, test } from 'vitest';
import { keptPosts, speaksOfIfg } from '../../../../core/sources/bluesky/kept.ts';
import { readRecord } from '../../../../core/sources/bluesky/record.ts';
import type { SourcePost } from '../../../../core/sources/source-feed.ts';
import { external, images, JO, linkFacet, quote, REPORT, recordOf, ref, SAM, uriOf } from './answers.ts';

function post(key: string, record: object = {}, did = JO): SourcePost {
  const author = { did, handle: did === JO ? 'jo.example' : 'sam.example', displayName: '' };
  return readRecord(author, uriOf(key, did), recordOf(record)) ?? expect.unreachable();
}
const wrapped = `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(REPORT)}&data=05`;
const tracked = `https://news.a.example/click?url=${encodeURIComponent(REPORT)}`;

test.each<[string, object]>([
  ['a link', { text: 'Read this', facets: [linkFacet(5, 9, REPORT)] }],
  ['a card', { embed: external(`${REPORT}?utm_source=x#chapter-2`) }],
  [
    'a card beside a quoted post',
    { embed: { $type: 'app.bsky.embed.recordWithMedia', media: external(REPORT), record: quote(uriOf('7')) } },
  ],
  ['an address in the text', { text: `See ${REPORT}.` }],
  ['one without its scheme', { text: 'See instituteforgovernment.org.uk/publication/x' }],
  ['a shortened one', { text: 'See www.instituteforgovernment.org.uk/publication/...' }],
  ['what is known to lead there', { text: 'Read this', facets: [linkFacet(5, 9, wrapped)] }],
  ['what is believed to lead there', { embed: external(tracked) }],
  ['an image that shows an address', { embed: images('', `A page of ${REPORT}`) }],
])('a post speaks of a page of the Institute’s by %s', (_, record) => {
  expect(speaksOfIfg(post('1', record))).toBe(true);
});

test('also by the card of what it quotes', () => {
  const { linkCard } = post('2', { embed: external(REPORT) });
  expect(linkCard).not.toBeNull();
  expect(speaksOfIfg({ ...post('1'), ...(linkCard && { quotedCard: linkCard }) })).toBe(true);
});

test.each<[string, object]>([
  ['its name', { text: 'The Institute for Government says @instituteforgovernment.org.uk' }],
  ['its front page', { text: 'https://www.instituteforgovernment.org.uk/ www.instituteforgovernment.org.uk' }],
  ['another site', { embed: external('https://instituteforgovernment.org.uk.a.example/publication/x') }],
  ['words about a link elsewhere', { text: REPORT.slice(12), facets: [linkFacet(0, 60, 'https://a.example/b')] }],
])('and not by %s', (_, record) => {
  expect(speaksOfIfg(post('1', record))).toBe(false);
});

const about = { text: REPORT };
const answer = (root: string, did = JO) => ({ reply: { root: ref(root, did), parent: ref(root, did) } });
const posts = [
  post('9'),
  post('8', { ...about, ...answer('8', SAM) }),
  post('7', answer('8', SAM)),
  post('6', answer('1')),
  post('5', answer('1'), SAM),
  post('4', about, SAM),
  post('3', { ...about, ...answer('1') }),
  post('2', answer('0')),
  post('1'),
];
const keys = (kept: readonly SourcePost[]) => kept.map(({ uri }) => uri?.split('/').at(-1)).join('');

test('with a post the account’s own thread is kept, and of others’ threads only what speaks', () => {
  expect(keys(keptPosts(posts, JO, 'reports'))).toBe('86431');
  expect(keptPosts(posts, JO, 'all')).toEqual(posts);
});

test('where it is not known what a post answers it counts by itself', () => {
  const unknown = posts.map((each) => ({ ...each, reply: null }));
  expect(keys(keptPosts(unknown, JO, 'reports'))).toBe('843');
});

test('what the account says on below somebody else’s post is kept with what speaks in it', () => {
  const below = (parent: string, did = JO) => ({ reply: { root: ref('1', SAM), parent: ref(parent, did) } });
  const chain = [
    post('6', below('1', SAM)),
    post('4', { ...about, ...below('3') }),
    post('3', below('2')),
    post('2', below('1', SAM)),
  ];
  expect(keys(keptPosts(chain, JO, 'reports'))).toBe('432');
  const round = [post('3', { ...about, ...below('2') }), post('2', below('3'))];
  expect(keys(keptPosts(round, JO, 'reports'))).toContain('3');
});

test('what quotes a kept post is kept, with its own thread, and what quotes that', () => {
  const quoting = (key: string, did = JO) => ({ embed: quote(uriOf(key, did)) });
  const feed = [
    post('9', quoting('8')),
    post('8', quoting('3'), SAM),
    post('7', answer('6')),
    post('6', quoting('2')),
    post('5', quoting('4')),
    post('4', quoting('0')),
    post('3', { ...about, ...answer('2') }),
    post('2'),
    post('1', quoting('1')),
  ];
  expect(keys(keptPosts(feed, JO, 'reports'))).toBe('87632');
  const asked = [post('9', quoting('8', SAM)), ...feed.slice(1)];
  expect(keys(keptPosts(asked, JO, 'reports'))).toBe('987632');
});
