import type { FeedOrigin } from '../../../../core/gloss/gloss.ts';
import type { Feed } from '../../../../core/model/feed.ts';
import type { Post } from '../../../../core/model/post.ts';
import type { Publication } from '../../../../core/model/publication.ts';
import type {
  MonthCount,
  PostDetails,
  PublicationDetails,
  PublicationLine,
  ThreadDetails,
  ThreadLine,
} from '../../../../core/protocol/library-page.ts';

/** What the background answers of one feed, made the short way. */
export function answersOf(feed: Feed) {
  const publicationOf = (id: string | null) => feed.publications.find((each) => each.id === id) ?? null;
  const postsOf = (ids: readonly string[]) => ids.flatMap((id) => feed.posts.find((each) => each.id === id) ?? []);
  const threads = feed.threads.toSorted((a, b) => (a.time < b.time ? 1 : -1));
  return {
    lines: feed.publications.map((each) => lineOf(feed, each)),
    details: (id: string): PublicationDetails => {
      const publication = publicationOf(id);
      if (publication === null) throw new Error(`no ${id}`);
      return { ...lineOf(feed, publication), coverageOf: publicationOf(publication.coverageOf) };
    },
    threadLines: threads.map(
      (thread): ThreadLine => ({
        thread,
        feed: feed.id,
        opening: postsOf(thread.posts)[0]?.text ?? '',
        publication: publicationOf(thread.publication),
        recommendations: feed.recommendations.filter((each) => each.thread === thread.id).length,
      }),
    ),
    thread: (id: string): ThreadDetails => {
      const thread = threads.find((each) => each.id === id);
      if (thread === undefined) throw new Error(`no ${id}`);
      return {
        thread,
        posts: postsOf(thread.posts),
        recommendations: feed.recommendations.filter((each) => each.thread === id),
        publication: publicationOf(thread.publication),
        feed: originOf(feed),
      };
    },
    post: (id: string): PostDetails => {
      const [post] = postsOf([id]);
      if (post === undefined) throw new Error(`no ${id}`);
      const thread = threads.find((each) => each.id === post.thread) ?? null;
      const place = thread?.posts.indexOf(id) ?? 0;
      return {
        post,
        feed: originOf(feed),
        thread,
        before: postsOf(thread?.posts.slice(0, place) ?? []),
        after: postsOf(thread?.posts.slice(place + 1) ?? []),
        publications: post.publications.flatMap((each) => publicationOf(each) ?? []),
        recommendations: feed.recommendations.filter((each) => each.post === id),
        quoted: null,
      };
    },
  };
}

export function originOf({ id, origin, profile: { handle, displayName }, asOf }: Feed): FeedOrigin {
  return { id, origin, handle, displayName, asOf };
}

function lineOf(feed: Feed, publication: Publication): PublicationLine {
  const posts = feed.posts.filter((post) => post.publications.includes(publication.id));
  return {
    publication,
    posts: posts.length,
    recommendations: feed.recommendations.filter((each) => each.publication === publication.id).length,
    newest: posts[0]?.time.slice(0, 10) ?? null,
    months: monthsOf(posts),
  };
}

function monthsOf(posts: readonly Post[]): readonly MonthCount[] {
  const months = Map.groupBy(posts, ({ time }) => time.slice(0, 7));
  return [...months].map(([month, { length }]) => ({ month, posts: length })).reverse();
}
