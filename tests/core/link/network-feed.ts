import type { SourceFeed, SourcePost } from '../../../core/sources/source-feed.ts';

export const JO = { did: 'did:plc:jo', handle: 'jo.example', displayName: 'Jo Test' };
const SAM = { did: 'did:plc:sam', handle: 'sam.example', displayName: 'Sam' };
export const REPORT = 'https://www.instituteforgovernment.org.uk/publication/procurement-reform';

export function uriOf(key: string, did: string = JO.did): string {
  return `at://${did}/app.bsky.feed.post/${key}`;
}

export function saidBy(key: string, more: Partial<SourcePost> = {}): SourcePost {
  return {
    uri: uriOf(key),
    author: JO,
    time: `2026-01-01T10:0${key}:00.000Z`,
    text: `Post ${key}`,
    links: [],
    mentions: [],
    linkCard: null,
    images: 0,
    alternativeTexts: [],
    languages: [],
    tags: [],
    labels: [],
    reply: 'none',
    quote: 'none',
    isRepost: false,
    likes: 0,
    reposts: null,
    replies: 1,
    quotes: null,
    ...more,
  };
}

const reply = (parent: string, root = uriOf('1')) => ({ root, parent });
export const card = {
  title: 'Procurement reform',
  description: '',
  siteName: null,
  titleIsCertain: true,
  address: REPORT,
};

/** As a network tells of an account, newest first: a thread, an answer of somebody else's in it, and a repost of its own. */
export const network: SourceFeed = {
  origin: { kind: 'bluesky', did: JO.did },
  profile: {
    displayName: 'Jo Test',
    handle: 'jo.example',
    bio: null,
    followers: null,
    following: null,
    posts: null,
    joined: null,
  },
  asOf: '2026-01-02',
  posts: [
    saidBy('1', { isRepost: true }),
    saidBy('9', { reply: reply(uriOf('8', SAM.did), uriOf('8', SAM.did)) }),
    saidBy('6', { reply: reply(uriOf('5', SAM.did)) }),
    saidBy('4', { time: '2026-01-01T10:01:00.000Z' }),
    saidBy('5', { uri: uriOf('5', SAM.did), author: SAM, reply: reply(uriOf('1')), isRepost: true }),
    saidBy('3', { reply: reply(uriOf('2')), linkCard: card }),
    saidBy('2', {
      reply: reply(uriOf('1')),
      links: [{ shown: 'instituteforgovernment.org.uk/publication/...', address: REPORT }],
    }),
    saidBy('1'),
  ],
};
