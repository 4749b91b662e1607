import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecommendationSubject } from '../../../core/model/own.ts';
import { ACCOUNT_FORMS } from '../../../core/protocol/account-forms.ts';
import type { BackgroundRequests } from '../../../core/protocol/background-requests.ts';
import { BACKUP_FORMS } from '../../../core/protocol/backup-forms.ts';
import { BEARING_FORMS } from '../../../core/protocol/bearing-forms.ts';
import { markedLinks } from '../../../core/protocol/forms.ts';
import { LINKED_BY_FORMS } from '../../../core/protocol/linked-by-forms.ts';
import { OWN_FORMS } from '../../../core/protocol/own-forms.ts';
import { readRequest } from '../../../core/protocol/read-request.ts';
import type { Asker } from '../../../core/protocol/senders.ts';
import type { RequestOf } from '../../../core/protocol/wire.ts';
import type { SourcePost } from '../../../core/sources/source-feed.ts';

const LINK = { address: 'https://www.instituteforgovernment.org.uk/a', text: 'A' };

const NAMES_OF_PAGE = { title: 'A', heading: '', canonical: LINK.address };
const CURSOR = { kind: 'conversations', about: 'ifg:a', time: '2025-09-25T12:18', shown: ['a', 'b'] } as const;

const PROFILE = {
  displayName: 'Ada',
  handle: 'a.example',
  bio: null,
  followers: 1,
  following: null,
  posts: 2,
  joined: '2023-11-01',
};

const POST: SourcePost = {
  uri: 'at://a/b/c',
  author: { did: 'did:web:a.example', handle: 'a.example', displayName: 'Ada' },
  time: '2025-09-25T12:18:00.000Z',
  text: 'A report',
  links: [{ shown: 'a.example/...', address: 'https://a.example/b' }],
  mentions: ['b.example'],
  linkCard: { title: 'A', description: '', siteName: null, titleIsCertain: true, address: 'https://a.example/b' },
  images: 0,
  alternativeTexts: [],
  languages: ['en'],
  tags: [],
  labels: [],
  reply: { root: 'at://a/b/a', parent: 'at://a/b/b' },
  quote: 'none',
  isRepost: null,
  likes: 1,
  reposts: null,
  replies: null,
  quotes: null,
};

const RECOMMENDATION: RecommendationSubject = {
  kind: 'recommendation',
  publication: { id: 'ifg:a', title: 'A', addresses: ['https://a.example/b'] },
  thread: 'thread:a',
  post: 'at://a/b/c',
  number: 3,
  section: null,
  words: 'Do it.',
};

/** A request of each kind, as those who make it send it. */
const REQUESTS: { readonly [Name in keyof BackgroundRequests]: RequestOf<BackgroundRequests, Name> } = {
  resolveLinks: { links: [LINK], kind: 'link', isFirst: true },
  prepareTexts: {},
  reportMarks: { publications: ['ifg:a'], documentStart: 1_795_899_240_692.3, names: null },
  drawForms: {},
  describeLink: { ...LINK, isFirst: false },
  describeMoreOfLink: { ...LINK, wanted: CURSOR },
  openCardOutside: { ...LINK, sureness: 'exact', opener: '1-2', isHeld: true },
  closeCardOutside: { opener: '1-2' },
  tellCardClosed: { opener: '1-2', hadFocus: false },
  closeOtherCards: { except: '1-2' },
  openUpdate: { feed: 'text-page:a.example' },
  openInLibrary: LINK,
  admitToLink: LINK,
  admitToPage: { names: NAMES_OF_PAGE },
  describeOwnGlance: { ticket: '1 0 card a' },
  sizeOwnFrame: { ticket: '1 0 card a', height: 28 },
  leaveOwnFrame: { ticket: '1 0 card a' },
  showInLibrary: { query: '?view=post&id=a' },
  showSiteOff: {},
  describePage: { names: NAMES_OF_PAGE },
  describeMoreOfPage: { names: NAMES_OF_PAGE, wanted: { kind: 'post', post: 'a' } },
  findPassages: { names: NAMES_OF_PAGE, paragraphs: ['One.', 'Two.'] },
  describeTab: { tabId: 7 },
  listMarks: { tabId: 7 },
  describeSample: {},
  lookUp: { asked: 'pensions', linkText: '' },
  describeFound: { kind: 'post', id: 'a' },
  describeMore: {
    of: { kind: 'question', question: { asked: 'pensions', linkText: '' } },
    wanted: { kind: 'recommendations', about: null, post: 'a', number: 3, count: 100 },
  },
  readLibraryState: {},
  listPublications: { order: 'said', kind: null, start: 0 },
  describePublication: { id: 'ifg:a' },
  listThreads: { start: 100 },
  describeThread: { id: 'thread:a' },
  describePost: { id: 'a' },
  comparePublications: { first: 'ifg:a', second: 'ifg:b' },
  listRecommendations: { start: 500 },
  readAccounts: {},
  previewAccount: { actor: 'a.example' },
  addAccount: { did: 'did:web:a.example', keep: 'reports' },
  bringUpToDate: { feed: 'text-page:a.example' },
  keepPosts: { did: 'did:web:a.example', keep: 'all' },
  removeAccount: { did: 'did:web:a.example' },
  refreshAccounts: { did: null },
  stopReading: { did: 'did:web:a.example' },
  search: { text: 'net zero', order: 'day', start: 100, most: 100, from: '2025-02-03', newSince: 5 },
  readFresh: {},
  seeFresh: { publication: 'publication:a' },
  changeSchedule: { schedule: 'daily' },
  beginImport: { did: 'did:web:a.example', profile: PROFILE, keep: 'all', isWhole: true },
  importPosts: { number: 1_795_899_240_692, posts: [{ uri: 'at://a/b/c', cid: 'd', post: POST }] },
  endImport: { number: 1_795_899_240_692 },
  cancelImport: { number: 1_795_899_240_692 },
  importText: { text: "Ada's Avatar" },
  removeText: { feed: 'text-page:a.example' },
  suggestMentioned: {},
  suggestFollowed: { did: 'did:web:a.example', cursor: null },
  findOwn: { keys: ['post at://a/b/c'] },
  listOwn: { kind: 'note', start: 0, isAnchored: true },
  changeNote: { subject: RECOMMENDATION, from: '', to: 'Seen.' },
  changeFollowUp: { subject: RECOMMENDATION, edit: { field: 'remark', from: '', to: 'Seen.' } },
  countActedOn: { publication: 'publication:a' },
  describeOwn: {},
  acknowledgeRepairs: {},
  readBackupPart: { section: 'posts', after: null },
  noteBackup: { changes: 3 },
  beginRestore: { hasFeeds: true },
  takeRestorePart: { number: 1, part: { section: 'texts', items: [{ text: 'A page' }] } },
  planRestore: { number: 1 },
  applyRestore: { number: 1, bringsBack: false },
  dropRestore: { number: 1 },
  removeOwn: { what: 'everything', until: 1 },
  askLinkedBy: { address: 'https://news.example/a' },
  readLinkedBy: { address: 'https://news.example/a' },
  keepPost: { uri: 'at://a/b/c' },
  dropKeptPost: { uri: 'at://a/b/c' },
  listKeptPosts: { start: 0 },
  lookForBearing: { tabId: 1, scope: 'followed' },
  readBearing: { tabId: 1 },
  showBearing: { tabId: 1, id: 'passage 1 2 3' },
  listChoices: {},
  readSelection: { tabId: 1 },
  findPageEvidence: { tabId: 1 },
  markPageEvidence: { tabId: 1 },
};
const NAMES = Object.keys(REQUESTS) as (keyof BackgroundRequests)[];
const OF_OWN_FRAME = ['describeOwnGlance', 'sizeOwnFrame', 'leaveOwnFrame', 'showInLibrary'];
const OF_PAGES = ['admitToPage', 'showSiteOff', 'describePage', 'describeMoreOfPage', 'findPassages'];
const OF_EXTENSION = [
  'describeTab',
  'listMarks',
  'describeSample',
  'lookUp',
  'describeFound',
  'describeMore',
  'readLibraryState',
  'listPublications',
  'describePublication',
  'listThreads',
  'describeThread',
  'describePost',
  'comparePublications',
  'listRecommendations',
  'search',
  ...Object.keys(ACCOUNT_FORMS),
  ...Object.keys(OWN_FORMS),
  ...Object.keys(BACKUP_FORMS),
  ...Object.keys(LINKED_BY_FORMS),
  ...Object.keys(BEARING_FORMS),
];

/** Where null means all, or the beginning. */
const MAY_BE_NULL = [
  'search.from',
  'listPublications.kind',
  'refreshAccounts.did',
  'stopReading.did',
  'suggestFollowed.cursor',
  'readBackupPart.after',
];

function mayAsk(name: string, asker: Asker | null): boolean {
  if (OF_EXTENSION.includes(name)) return asker === 'extension';
  if (OF_OWN_FRAME.includes(name)) return asker === 'own-frame';
  return asker === 'page' || (asker === 'frame' && !OF_PAGES.includes(name));
}
/** Somebody who may make the request. */
const askerFor = (name: string): Asker =>
  OF_EXTENSION.includes(name) ? 'extension' : OF_OWN_FRAME.includes(name) ? 'own-frame' : 'page';

describe.each(NAMES)('%s', (name) => {
  const request = REQUESTS[name];

  test.each(['extension', 'own-frame', 'page', 'frame', null] as const)('from %s', (asker) => {
    expect(readRequest({ name, request }, asker)?.ok).toBe(mayAsk(name, asker));
  });

  test('is read as it was sent, without what does not belong to it', () => {
    const more = { ...request, __extra: 1 };
    expect(readRequest({ name, request: more }, askerFor(name))).toEqual({ ok: true, value: { name, request } });
  });

  const broken = [undefined, null, 1, 'x', true, [], [request], ...brokenParts(name, request)];
  test.each(broken.map((each) => [JSON.stringify(each)?.slice(0, 80) ?? 'nothing', each]))('not as %s', (_, each) => {
    expect(readRequest({ name, request: each }, askerFor(name))).toEqual({
      ok: false,
      error: `${name} has another form`,
    });
  });
});

/** The request with one part of it missing, of another type, or too long. */
function brokenParts(name: string, request: object): object[] {
  return Object.entries(request).flatMap(([part, value]) => {
    const { [part]: _, ...rest } = request as Record<string, unknown>;
    const long = typeof value === 'string' ? ['x'.repeat(name === 'importText' ? 50_000_001 : 1_000_001)] : [];
    const list = Array.isArray(value) ? [Array(100_001).fill(value[0]), [...value, 1], [null]] : [];
    const number = typeof value === 'number' ? [Number.NaN, Number.POSITIVE_INFINITY, '1'] : [];
    const none = MAY_BE_NULL.includes(`${name}.${part}`) ? [] : [null];
    const wrong = [...none, {}, [], typeof value === 'boolean' ? 'true' : true, ...long, ...list, ...number];
    return [rest, ...wrong.filter((each) => !isSameForm(each, value)).map((each) => ({ ...rest, [part]: each }))];
  });
}

/** A list may be empty, and what may be null is. */
function isSameForm(one: unknown, other: unknown): boolean {
  return one === other || (Array.isArray(one) && one.length === 0 && Array.isArray(other));
}

test('a frame may say what its page calls itself, in names as long as are read', () => {
  const request = { ...REQUESTS.reportMarks, names: { ...NAMES_OF_PAGE, canonical: 'a'.repeat(2048) } };
  expect(readRequest({ name: 'reportMarks', request }, 'page')).toEqual({
    ok: true,
    value: { name: 'reportMarks', request },
  });
});

test.each([
  ['more links than a request may have', 'resolveLinks', { links: Array(201).fill(LINK), kind: 'link', isFirst: true }],
  ['a longer address', 'describeLink', { ...LINK, address: `https://a.example/${'a'.repeat(2048)}`, isFirst: false }],
  ['a name too few', 'reportMarks', { ...REQUESTS.reportMarks, names: { title: 'A', heading: '' } }],
  ['a number that is no tab', 'describeTab', { tabId: -1 }],
  ['a number with a fraction', 'listMarks', { tabId: 1.5 }],
  ['something found that is neither', 'describeFound', { kind: 'thread', id: 'a' }],
  ['a cursor that ends nowhere', 'describeMoreOfLink', { ...LINK, wanted: { ...CURSOR, time: null } }],
  [
    'a cursor that names too many',
    'describeMoreOfLink',
    { ...LINK, wanted: { ...CURSOR, shown: Array(1001).fill('a') } },
  ],
  ['a gloss of a tab that is none', 'describeMore', { of: { kind: 'tab', tabId: -1 }, wanted: CURSOR }],
  ['a mark that is none', 'openCardOutside', { ...REQUESTS.openCardOutside, sureness: 'sure' }],
])('not with %s', (_, name, request) => {
  expect(readRequest({ name, request }, askerFor(name))?.ok).toBe(false);
});

test.each(Object.keys(NAMES_OF_PAGE))('not with a longer %s', (name) => {
  const request = { names: { ...NAMES_OF_PAGE, [name]: 'a'.repeat(2049) } };
  expect(readRequest({ name: 'describePage', request }, 'page')?.ok).toBe(false);
});

test('what is no request of the map is none', () => {
  for (const message of [
    null,
    1,
    'listMarks',
    [],
    {},
    { name: 1 },
    { name: 'constructor', request: {} },
    { name: 'x' },
  ])
    expect(readRequest(message, 'extension')).toBeNull();
});

test('nothing that is sent makes it throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), fc.anything(), (name, request) => {
      const read = readRequest({ name, request }, askerFor(name));
      expect(read).not.toBeNull();
    }),
  );
});

test('what a frame says that it has marked is read whole, or not at all', () => {
  const mark = { id: 1, ...LINK, sureness: 'exact', publication: 'ifg:a', posts: 3 };
  expect(markedLinks([mark, { ...mark, publication: null, more: 1 }])).toEqual([mark, { ...mark, publication: null }]);
  for (const answer of [undefined, {}, [1], [mark, { ...mark, text: 1 }], [{ ...mark, posts: -1 }]])
    expect(markedLinks(answer)).toBeUndefined();
});
