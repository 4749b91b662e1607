import type { AtUri, PostTime } from '../../model/ids.ts';
import type { Author } from '../../model/post.ts';
import { findMentions } from '../../text/post-text.ts';
import { MAX_PARTS } from '../limits.ts';
import type { SourcePost } from '../source-feed.ts';
import { readEmbed } from './embed.ts';
import { fieldOf, itemsOf, textOf, typeOf } from './fields.ts';
import { readInstant } from './instant.ts';
import { isHidden, readLabels } from './labels.ts';
import { readLinks } from './links.ts';
import { MAX_HANDLE, ownerOf, readPostUri } from './names.ts';

/** UTF-16 units: ten times the bytes that the lexicon allows. What is longer is no post. */
const MAX_TEXT = 30_000;
const MAX_LANGUAGES = 10;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,8}$/i;
const MAX_TAGS = 20;
const MAX_TAG = 640;
const COUNTS = { likes: null, reposts: null, replies: null, quotes: null } as const;

/**
 * A record of app.bsky.feed.post, from JSON or a CAR file; null where it is none, or one that nobody is to see. Its time is
 * what its author says, which the address alone does not correct.
 */
export function readRecord(author: Author, uri: AtUri, record: unknown): SourcePost | null {
  return readPostRecord(author, uri, record, null);
}

/** The same where it is known when the network first saw it: an author may say any time, but none after that. */
export function readPostRecord(
  author: Author,
  uri: AtUri,
  record: unknown,
  indexedAt: PostTime | null,
): SourcePost | null {
  const text = textOf(fieldOf(record, 'text'), MAX_TEXT);
  const time = earlier(readInstant(fieldOf(record, 'createdAt')), indexedAt);
  const labels = readLabels(fieldOf(record, 'labels'));
  if (typeOf(record) !== 'app.bsky.feed.post' || ownerOf(uri) !== author.did) return null;
  if (text === null || time === null || isHidden(labels)) return null;
  return {
    uri,
    author,
    time,
    text,
    links: readLinks(text, fieldOf(record, 'facets')),
    mentions: readMentions(text),
    ...readEmbed(fieldOf(record, 'embed')),
    languages: readLanguages(fieldOf(record, 'langs')),
    tags: readTags(fieldOf(record, 'tags')),
    labels,
    reply: readReply(fieldOf(record, 'reply')),
    isRepost: false,
    ...COUNTS,
  };
}

function earlier(one: PostTime | null, other: PostTime | null): PostTime | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function readMentions(text: string): string[] {
  return findMentions(text)
    .filter((handle) => handle.length <= MAX_HANDLE)
    .slice(0, MAX_PARTS);
}

/** Null for an answer of which it is not known to what. */
function readReply(reply: unknown): SourcePost['reply'] {
  if (reply === undefined || reply === null) return 'none';
  const [root, parent] = ['root', 'parent'].map((name) => readPostUri(fieldOf(fieldOf(reply, name), 'uri')));
  return root && parent ? { root, parent } : null;
}

function readLanguages(value: unknown): string[] {
  const languages = itemsOf(value, MAX_LANGUAGES).flatMap((each) => textOf(each, MAX_TAG) ?? []);
  return [...new Set(languages.filter((each) => LANGUAGE.test(each)))];
}

function readTags(value: unknown): string[] {
  const tags = itemsOf(value, MAX_TAGS).flatMap((each) => textOf(each, MAX_TAG)?.trim() ?? []);
  return [...new Set(tags.filter((each) => each !== ''))];
}
