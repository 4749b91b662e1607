import type { FoundPost } from '../../../core/linked-by/found.ts';
import type { KeptRow } from '../../../core/linked-by/kept-feed.ts';
import type { SourcePost } from '../../../core/sources/source-feed.ts';

export const REPORT = 'https://instituteforgovernment.org.uk/publication/a-report';
export const MADE = '2025-06-01T10:00:00.000Z';

/** A post of `did:plc:NAME` with nothing in it but its text, unless something is said. */
export function sourcePost(name: string, key: string, said: Partial<SourcePost> = {}): SourcePost & { uri: string } {
  return {
    author: { did: `did:plc:${name}`, handle: `${name}.example.com`, displayName: name.toUpperCase() },
    time: MADE,
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
    likes: null,
    reposts: null,
    replies: null,
    quotes: null,
    ...said,
    uri: `at://did:plc:${name}/app.bsky.feed.post/${key}`,
  };
}

export function linkTo(address: string): Pick<SourcePost, 'links'> {
  return { links: [{ shown: 'here', address }] };
}

export function foundPost(post: SourcePost & { uri: string }, foundBy: FoundPost['foundBy'] = ['index']): FoundPost {
  return { fetched: { uri: post.uri, cid: 'c', post }, foundBy };
}

export function keptRow(post: SourcePost & { uri: string }, said: Partial<KeptRow> = {}): KeptRow {
  return { uri: post.uri, cid: 'c', post, keptAt: 5, about: null, ...said };
}
