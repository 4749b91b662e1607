import { listRecommendation } from '../follow-up/listed.ts';
import { feedOrigin } from '../gloss/feed-origin.ts';
import type { GlossContent } from '../gloss/gloss-for.ts';
import { gatherRecommendations } from '../gloss/recommended.ts';
import type { Feed } from '../model/feed.ts';
import type { PostId, PublicationId } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import type { MergedPublication } from '../model/publication.ts';
import { idOfQuoted } from '../model/quoted.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Thread } from '../model/thread.ts';
import { onFirstUse } from '../on-first-use.ts';
import type { BrowseRequests, PublicationLine } from '../protocol/library-page.ts';
import { RECOMMENDATIONS_IN_PART } from '../protocol/recommendations.ts';
import { hashNumberOf } from '../text/hash.ts';
import { momentOf } from '../text/minutes.ts';
import { findAlike } from './alike.ts';
import { catalogueEntry, listPart } from './catalogue.ts';
import { longestOf } from './longest.ts';
import { saidAt } from './months.ts';
import { aroundPost } from './post-in-thread.ts';
import { threadColumns, threadsPart } from './thread-order.ts';
import { isPartOf } from './thread-parts.ts';

/** A thread or a post as one feed has it. */
interface Copy {
  readonly feed: Feed;
  readonly thread: Thread | null;
}

/** Looks around in whole feeds, which are prepared for it at the first question. */
export function browseFeeds(
  { feeds, publications }: GlossContent,
  postsAbout: (id: PublicationId) => readonly PostId[],
): BrowseRequests {
  const byMember = new Map(publications.flatMap((each) => each.members.map((id) => [id, each] as const)));
  const publicationOf = (id: PublicationId | null) => (id === null ? null : (byMember.get(id) ?? null));
  const lines = onFirstUse(() => linesOf(feeds, publications, postsAbout));
  const lineOf = (id: PublicationId) => lines().get(publicationOf(id)?.id ?? '')?.line ?? null;
  return {
    listPublications(wanted) {
      const all = [...lines().values()].map(({ line, moments }) => catalogueEntry(line.publication, moments));
      const { ids, ...counts } = listPart(all, wanted);
      return { items: ids.flatMap((id) => lineOf(id) ?? []), ...counts };
    },
    describePublication({ id }) {
      const line = lineOf(id);
      return line && { ...line, coverageOf: publicationOf(line.publication.coverageOf) };
    },
    listThreads({ start }) {
      const columns = feeds.map((feed, segment) => ({ segment, ...threadColumns(feed) }));
      const { items, total } = threadsPart(columns, start, findParts(feeds));
      const found = items.flatMap(({ segment, place, opening: first, recommendations }) => {
        const feed = feeds[segment];
        const thread = feed?.threads[place];
        if (feed === undefined || thread === undefined) return [];
        const opening = feed.posts[first]?.text ?? '';
        return [{ thread, feed: feed.id, opening, publication: publicationOf(thread.publication), recommendations }];
      });
      return { items: found, total };
    },
    describeThread({ id }) {
      const copy = longestOf(
        feeds.flatMap((feed) => feed.threads.filter((thread) => thread.id === id).map((thread) => ({ feed, thread }))),
      );
      if (copy === null) return null;
      const { feed, thread } = copy;
      return {
        thread,
        posts: postsOf(feed, thread),
        recommendations: recommendationsOf(copy),
        publication: publicationOf(thread.publication),
        feed: feedOrigin(feed),
      };
    },
    describePost({ id }) {
      const copy = longestOf(feeds.flatMap((feed) => copiesOf(feed, id)));
      if (copy === null) return null;
      const { feed, thread, post } = copy;
      return {
        post,
        feed: feedOrigin(feed),
        thread,
        ...aroundPost(id, thread === null ? [post] : postsOf(feed, thread)),
        publications: [...new Set(post.publications.flatMap((each) => publicationOf(each) ?? []))],
        recommendations: recommendationsOf(copy).filter((recommendation) => recommendation.post === id),
        quoted: feeds.flatMap(({ posts }) => posts.find((each) => each.id === idOfQuoted(post)) ?? [])[0] ?? null,
      };
    },
    listRecommendations({ start }) {
      const all = feeds.flatMap((feed) => feed.recommendations.map((recommendation) => ({ feed, recommendation })));
      const items = all.slice(start, start + RECOMMENDATIONS_IN_PART).map(({ feed, recommendation }) =>
        listRecommendation(
          recommendation,
          publicationOf(recommendation.publication),
          feed.posts.find(({ id }) => id === recommendation.post),
        ),
      );
      return { items, total: all.length };
    },
    comparePublications({ first, second }) {
      const [one, other] = [publicationOf(first), publicationOf(second)];
      if (one === null || other === null) return null;
      const [a, b] = [recommendedOf(feeds, one), recommendedOf(feeds, other)];
      return {
        first: { publication: one, recommendations: a },
        second: { publication: other, recommendations: b },
        pairs: findAlike(a, b),
      };
    },
  };
}

/** The threads that are a part of one that another feed has; of each what stands for its id. */
function findParts(feeds: readonly Feed[]): ReadonlySet<number> {
  const all = feeds.flatMap(({ threads }) => threads);
  const byPost = Map.groupBy(
    all.flatMap((thread) => thread.posts.map((post) => ({ post, thread }))),
    ({ post }) => post,
  );
  const longest = [...Map.groupBy(all, ({ id }) => id).values()].flatMap(
    (same) => longestOf(same.map((thread) => ({ thread })))?.thread ?? [],
  );
  const isPart = (thread: Thread) => byPost.get(thread.posts[0] ?? '')?.some((each) => isPartOf(thread, each.thread));
  return new Set(longest.filter(isPart).map(({ id }) => hashNumberOf(id)));
}

function linesOf(
  feeds: readonly Feed[],
  publications: readonly MergedPublication[],
  postsAbout: (id: PublicationId) => readonly PostId[],
): ReadonlyMap<PublicationId, { readonly line: PublicationLine; readonly moments: readonly number[] }> {
  const momentsOf = new Map<PostId, number>(
    feeds.flatMap(({ posts }) => posts.map(({ id, time }) => [id, momentOf(time)])),
  );
  return new Map(
    publications.map((publication) => {
      const moments = postsAbout(publication.id).flatMap((id) => momentsOf.get(id) ?? []);
      const line = {
        publication,
        recommendations: recommendedOf(feeds, publication).length,
        ...saidAt(moments),
      };
      return [publication.id, { line, moments }];
    }),
  );
}

function recommendedOf(feeds: readonly Feed[], { members }: MergedPublication): Recommendation[] {
  return gatherRecommendations(feeds, members, []).map(({ source: _, ...recommendation }) => recommendation);
}

function recommendationsOf({ feed, thread }: Copy): Recommendation[] {
  return feed.recommendations.filter((recommendation) => recommendation.thread === thread?.id);
}

function postsOf({ posts }: Feed, thread: Thread): Post[] {
  const byId = new Map(posts.map((post) => [post.id, post]));
  return thread.posts.flatMap((id) => byId.get(id) ?? []);
}

function copiesOf(feed: Feed, id: PostId): (Copy & { readonly post: Post })[] {
  return feed.posts
    .filter((post) => post.id === id)
    .map((post) => ({ feed, post, thread: feed.threads.find((thread) => thread.id === post.thread) ?? null }));
}
