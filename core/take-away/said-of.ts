import { postAddress } from '../cite/bluesky.ts';
import { citedAddress } from '../cite/citation.ts';
import type { AtUri, IsoDate, PostId, PostTime } from '../model/ids.ts';
import type { NamedPublication, PostSubject, RecommendationSubject, Subject } from '../model/own.ts';
import type { Post } from '../model/post.ts';
import type { Item } from './items.ts';
import { showInstant } from './rows.ts';

/** The posts that are taken away, by their ids. */
export type Posts = ReadonlyMap<PostId, Post>;

export function postsOf(items: readonly Item[]): Posts {
  return new Map(items.flatMap((item) => (item.kind === 'post' ? [[item.post.id, item.post] as const] : [])));
}

/** Where an item is on the web; null where that is not known. */
export function addressOf(item: Item, posts: Posts): string | null {
  switch (item.kind) {
    case 'post':
      return postAddress(item.post);
    case 'recommendation':
      return addressOfPost(item.recommendation.post, posts);
    case 'publication':
      return citedAddress(item.publication);
    case 'note':
      return addressOfSubject(item.note.subject, posts);
    case 'follow-up':
      return addressOfSubject(item.followUp.subject, posts);
  }
}

/** Where what something was written about is: the post, else the publication. */
export function addressOfSubject(subject: Subject, posts: Posts): string | null {
  switch (subject.kind) {
    case 'post':
    case 'recommendation':
      return addressOfWords(subject, posts) ?? publicationOf(subject)?.addresses[0] ?? null;
    case 'publication':
      return subject.publication.addresses[0] ?? null;
  }
}

/** Where the post is whose words something is about; null where that is not known. */
export function addressOfWords(subject: PostSubject | RecommendationSubject, posts: Posts): string | null {
  return addressOfPost(subject.post, posts) ?? postAddress({ uri: subject.uri ?? null });
}

function publicationOf(subject: PostSubject | RecommendationSubject): NamedPublication | null {
  return subject.kind === 'post' ? subject.about : subject.publication;
}

/** Of a post that has an address on the network the id is that. */
function addressOfPost(id: PostId, posts: Posts): string | null {
  return postAddress(posts.get(id) ?? { uri: id as string as AtUri });
}

/** When an item was said or last changed; null where that is not known. */
export function timeOf(item: Item): PostTime | null {
  switch (item.kind) {
    case 'post':
      return item.post.time;
    case 'note':
      return showInstant(item.note.changed);
    case 'follow-up':
      return showInstant(item.followUp.changed);
    default:
      return null;
  }
}

/** A time as RFC 3339 asks for it. A source that names no zone is taken to mean UTC, which may be hours off. */
export function dateTimeOf(time: PostTime | IsoDate): string {
  if (time.endsWith('Z')) return time;
  return time.includes('T') ? `${time}:00Z` : `${time}T00:00:00Z`;
}
