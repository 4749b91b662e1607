import type {
  NamedPublication,
  OwnId,
  PostSubject,
  PublicationSubject,
  RecommendationSubject,
  Subject,
} from '../model/own.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { hashOf } from '../text/hash.ts';

/** Addresses that are kept with what is written. */
const MOST_ADDRESSES = 3;

type Named = Pick<Publication, 'id' | 'title' | 'addresses'>;

export function subjectOfPost({ id, uri, time, author, text }: Post, about: Named | null): PostSubject {
  return { kind: 'post', post: id, uri, time, author, words: text, about: about && nameOf(about) };
}

export function subjectOfRecommendation(
  { thread, post, number, section, text }: Recommendation,
  publication: Named | null,
): RecommendationSubject {
  return {
    kind: 'recommendation',
    publication: publication && nameOf(publication),
    thread,
    post,
    number,
    section,
    words: text,
  };
}

export function subjectOfPublication(publication: Named): PublicationSubject {
  return { kind: 'publication', publication: nameOf(publication) };
}

/** Of a record that is to be made: in every window and installation the same. */
export function ownIdOf(kind: 'note' | 'follow-up', subject: Subject): OwnId {
  switch (subject.kind) {
    case 'post':
      return `${kind}:${hashOf('post', subject.uri ?? subject.post)}`;
    case 'recommendation':
      return `${kind}:${hashOf('recommendation', subject.thread, String(subject.number), subject.words)}`;
    case 'publication':
      return `${kind}:${hashOf('publication', subject.publication.addresses[0] ?? subject.publication.id)}`;
  }
}

function nameOf({ id, title, addresses }: Named): NamedPublication {
  return { id, title, addresses: addresses.slice(0, MOST_ADDRESSES) };
}
