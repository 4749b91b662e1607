import type { BackupHead, BackupItems, Section } from '../../../core/backup/format.ts';
import { SECTIONS } from '../../../core/backup/format.ts';
import { type BackupSource, packBackup } from '../../../core/backup/pack.ts';
import type { FollowUp, Note, Removed } from '../../../core/model/own.ts';
import { defaultSettings } from '../../../core/settings.ts';

export const HEAD: BackupHead = { madeAt: '2026-11-29T12:00:00.000Z', madeBy: '0.1.0', hasFeeds: true };

export const note: Note = {
  kind: 'note',
  id: 'note:1',
  subject: {
    kind: 'post',
    post: 'at://did:plc:a/app.bsky.feed.post/1',
    uri: 'at://did:plc:a/app.bsky.feed.post/1',
    time: '2025-06-01T10:00:00.000Z',
    author: { did: 'did:plc:a', handle: 'a.example', displayName: 'A' },
    words: 'What the post said',
    about: { id: 'publication:1', title: 'A report', addresses: ['instituteforgovernment.org.uk/a'] },
  },
  made: 1,
  changed: 2,
  version: { here: 2 },
  texts: ['First line\nSecond “line” 🙂 \u2028 end'],
};

export const followUp: FollowUp = {
  kind: 'follow-up',
  id: 'follow-up:1',
  subject: {
    kind: 'recommendation',
    publication: { id: 'publication:1', title: 'A report', addresses: [] },
    thread: 'thread:1',
    post: 'post:1',
    number: 3,
    section: null,
    words: 'Do this',
  },
  made: 1,
  changed: 9,
  version: { here: 3 },
  response: 'accepted',
  progress: 'under-way',
  checkOn: '2027-01-31',
  evidence: [{ id: 'e', address: 'https://gov.uk/x', title: 'X', quotation: 'q', day: null, remark: '' }],
  remarks: [],
  history: [
    { at: 3, field: 'response', from: 'none', to: 'accepted' },
    {
      at: 4,
      field: 'evidence',
      from: null,
      to: { id: 'e', address: 'https://gov.uk/x', title: 'X', quotation: 'q', day: null, remark: '' },
    },
    { at: 5, field: 'checkOn', from: null, to: '2027-01-31' },
    { at: 6, field: 'progress', from: 'not-started', to: 'under-way' },
    { at: 7, field: 'remark', from: 'old', to: '' },
  ],
};

export const removed: Removed = { kind: 'removed', id: 'note:2', changed: 5, version: { here: 2, there: 1 } };

const profile = {
  displayName: 'A',
  handle: 'a.example',
  bio: null,
  followers: 1,
  following: null,
  posts: 2,
  joined: null,
};
const post = {
  uri: 'at://did:plc:a/app.bsky.feed.post/1',
  author: null,
  time: '2025-06-01T10:00:00.000Z',
  text: 'Half a letter: \ud83d',
  links: [],
  mentions: [],
  linkCard: null,
  images: 0,
  alternativeTexts: [],
  languages: ['en'],
  tags: [],
  labels: [],
  reply: null,
  quote: null,
  isRepost: null,
  likes: 1,
  reposts: null,
  replies: null,
  quotes: null,
};

const keptPost = {
  ...post,
  text: 'Kept by itself.',
  uri: 'at://did:plc:b/app.bsky.feed.post/2',
  author: { did: 'did:plc:b', handle: 'b.example', displayName: 'B' },
  quote: 'at://did:plc:c/app.bsky.feed.post/3',
  quotedCard: { title: 'A report', description: '', siteName: null, titleIsCertain: true, address: null },
};

type Items = { readonly [Name in Section]: readonly BackupItems[Name][] };

export const ITEMS: Items = {
  settings: [{ ...defaultSettings, dwell: 700, sitesOff: ['news.example'] }],
  searches: [{ id: 's', name: 'Mine', text: 'civil service', order: 'day', seenAt: 4 }],
  own: [note, followUp, removed],
  accounts: [{ did: 'did:plc:a', profile, keep: 'reports', readAt: 7, sweptAt: null }],
  texts: [{ text: 'A page\nas text' }],
  posts: [{ did: 'did:plc:a', uri: post.uri, cid: 'c', post, seen: 7 }],
  kept: [{ uri: keptPost.uri, cid: 'd', post: keptPost, keptAt: 9, about: null }],
};

/** A file that holds these, read from the source two at a time. */
export function packItems(items: Partial<Items> = ITEMS, head = HEAD): Promise<Blob> {
  const source = SECTIONS.map((section) => [section, () => inPairs<unknown>(items[section] ?? [])] as const);
  const doors: object = Object.fromEntries(source);
  return packBackup(head, doors as BackupSource);
}

async function* inPairs<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  for (let from = 0; from < items.length; from += 2) yield items.slice(from, from + 2);
}

export async function unpack(file: Blob): Promise<string> {
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

export async function pack(bytes: string | Uint8Array<ArrayBuffer>): Promise<Blob> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
}
