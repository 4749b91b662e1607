import type { Profile } from '../model/account.ts';
import type { Author } from '../model/post.ts';
import {
  day,
  either,
  flag,
  listOf,
  oneOf,
  orNull,
  postTime,
  type Read,
  shape,
  text,
  truthOrNull,
  whole,
} from '../protocol/shapes.ts';
import { MAX_NAME_LENGTH, MAX_PARTS, MAX_TEXT_LENGTH } from './limits.ts';
import type { SourceCard, SourceLink, SourcePost, SourceReply } from './source-feed.ts';

const name = text(MAX_NAME_LENGTH);
const said = text(MAX_TEXT_LENGTH);
const names = listOf(name, MAX_PARTS);
const count = orNull(whole);

/** What was read from a source and kept or sent as JSON, read again. */
export const profileForm: Read<Profile> = shape<Profile>({
  displayName: said,
  handle: name,
  bio: orNull(said),
  followers: count,
  following: count,
  posts: count,
  joined: orNull(day),
});

const card = shape<SourceCard>({
  title: said,
  description: said,
  siteName: orNull(said),
  titleIsCertain: flag,
  address: orNull(said),
});

const plainPost = shape<Omit<SourcePost, 'quotedCard'>>({
  uri: orNull(name),
  author: orNull(shape<Author>({ did: name, handle: name, displayName: said })),
  time: postTime,
  text: said,
  links: listOf(shape<SourceLink>({ shown: said, address: orNull(said) }), MAX_PARTS),
  mentions: names,
  linkCard: orNull(card),
  images: whole,
  alternativeTexts: listOf(said, MAX_PARTS),
  languages: names,
  tags: names,
  labels: names,
  reply: orNull(either<SourceReply, 'none'>(shape<SourceReply>({ root: name, parent: name }), oneOf('none'))),
  quote: orNull(name),
  isRepost: truthOrNull,
  likes: count,
  reposts: count,
  replies: count,
  quotes: count,
});

export const postForm: Read<SourcePost> = (value) => {
  const post = plainPost(value);
  const quoted: unknown = Reflect.get(Object(value), 'quotedCard');
  if (post === undefined || quoted === undefined) return post;
  const quotedCard = card(quoted);
  return quotedCard && { ...post, quotedCard };
};
