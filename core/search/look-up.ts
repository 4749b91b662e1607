import type { Gloss } from '../gloss/gloss.ts';
import { glossFor } from '../gloss/gloss-for.ts';
import type { Feed } from '../model/feed.ts';
import type { PostId, PublicationId } from '../model/ids.ts';
import type { Match } from '../model/match.ts';
import type { HitKey, LookUpAnswer, Question } from '../protocol/look-up.ts';
import { claim } from '../recognise/recognise.ts';
import type { Resolver } from '../recognise/resolve.ts';
import { relate } from '../related/related.ts';
import { createFindInFeeds, type FindInFeeds } from './find-in-feeds.ts';
import { readAsked } from './read-asked.ts';

export interface LookUp {
  /** Answers any text; never throws. Where nothing is asked: the publications that most is said about. */
  answer(question: Question): LookUpAnswer;
  /** The gloss of something that was found; null where the feeds do not hold it. */
  describe(found: HitKey): Gloss | null;
}

/** Looks up by hand what the feeds hold. They are prepared for it at the first question that is no address. */
export function createLookUp(feeds: readonly Feed[], { resolve, postsAbout }: Resolver): LookUp {
  let prepared: FindInFeeds | null = null;
  const prepare = () => {
    prepared ??= createFindInFeeds(feeds, postsAbout);
    return prepared;
  };
  return {
    answer({ asked, linkText }) {
      const read = readAsked(asked);
      switch (read.kind) {
        case 'nothing':
          return { kind: 'words', ...prepare().listAll() };
        case 'display-form':
          return { kind: 'words', ...prepare().findShown(read.form) };
        case 'words':
          return { kind: 'words', ...prepare().findWords(read.text) };
        case 'address': {
          const { address, ...match } = resolve({ url: read.address, text: linkText });
          return { kind: 'address', address: address ?? read.address, gloss: glossFor(feeds, match) };
        }
      }
    },
    describe(found) {
      const match = found.kind === 'publication' ? matchPublication(feeds, found.id) : matchPost(feeds, found.id);
      return match === null ? null : glossFor(feeds, match);
    },
  };
}

function matchPublication(feeds: readonly Feed[], id: PublicationId): Match | null {
  const isHeld = feeds.some(({ publications }) => publications.some((each) => each.id === id));
  return isHeld ? claim('exact', id, [{ kind: 'chosen' }]) : null;
}

/** What a post is about has all that is said of it; a post about nothing has its thread. */
function matchPost(feeds: readonly Feed[], id: PostId): Match | null {
  const post = feeds.flatMap(({ posts }) => posts).find((each) => each.id === id);
  if (post === undefined) return null;
  const thread = feeds.flatMap(({ threads }) => threads).find((each) => each.id === post.thread);
  const about = thread?.publication ?? post.publications[0] ?? null;
  return about === null ? relate(thread?.posts ?? [id], [{ kind: 'chosen' }]) : matchPublication(feeds, about);
}
