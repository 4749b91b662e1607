import { browseFeeds } from '../../../core/browse/browse-feeds.ts';
import { contentOfFeeds } from '../../../core/gloss/content-of-feeds.ts';
import { glossFor, moreOf, wholeGloss } from '../../../core/gloss/gloss-for.ts';
import { sampleAddress } from '../../../core/gloss/sample.ts';
import type { Feed } from '../../../core/model/feed.ts';
import type { Handle } from '../../../core/model/ids.ts';
import { onFirstUse } from '../../../core/on-first-use.ts';
import { createResolver } from '../../../core/recognise/resolve.ts';
import { holdSubjects } from '../../../core/search/hold-subjects.ts';
import { createLookUp } from '../../../core/search/look-up.ts';
import { memorySource } from '../../../core/search/memory-source.ts';
import { NOTHING_OWN } from '../../../core/search/own-searched.ts';
import { search } from '../../../core/search/search.ts';
import { atOnce, type Content } from './content.ts';

/** Feeds that are wholly in memory, where the browser keeps no library. */
export function memoryContent(feeds: readonly Feed[]): Content {
  const resolver = createResolver(feeds);
  const content = contentOfFeeds(feeds);
  const browse = browseFeeds(content, resolver.postsAbout);
  const source = onFirstUse(() => memorySource(content, resolver.postsAbout));
  const lookUp = createLookUp(content, resolver, source);
  const titles = new Map(content.publications.flatMap(({ members, title }) => members.map((id) => [id, title])));
  return {
    resolve: (queries, share = atOnce) => share(queries, resolver.resolve),
    countPosts: async (matches) =>
      matches.map(({ publication, relatedPosts }) =>
        publication === null ? relatedPosts.length : resolver.postsAbout(publication).length,
      ),
    postsAbout: async (ids) => [...new Set(ids.flatMap(resolver.postsAbout))],
    titlesOf: async (ids) => new Map(ids.flatMap((id) => (titles.has(id) ? [[id, titles.get(id) ?? '']] : []))),
    gloss: async (match) => glossFor(content, match),
    more: async (match, wanted) => moreOf(content, match, wanted),
    whole: async (match) => wholeGloss(content, match),
    prepareSearch: async () => void (await source().readLibrary()),
    search: async (request, fresh, own = NOTHING_OWN) => search(source(), request, fresh, own),
    holdSubjects: async (subjects) => holdSubjects(source(), subjects),
    lookUp: async (question, facts) => lookUp.answer(question, await facts),
    describe: async (found) => lookUp.describe(found),
    describeMore: async (of, wanted) => lookUp.describeMore(of, wanted),
    async sample() {
      const url = sampleAddress(feeds);
      if (url === null) return null;
      const { address: _, ...match } = resolver.resolve({ url });
      return glossFor(content, match);
    },
    describeFeeds: async () =>
      feeds.map(({ id, origin, profile: { handle, displayName }, asOf, posts, recommendations, publications }) => ({
        id,
        origin,
        isBundled: true,
        handle,
        displayName,
        asOf,
        posts: posts.length,
        recommendations: recommendations.length,
        publications: publications.length,
      })),
    async countMentions() {
      const counts = new Map<Handle, number>();
      for (const { mentions } of feeds.flatMap(({ posts }) => posts))
        for (const handle of mentions) counts.set(handle, (counts.get(handle) ?? 0) + 1);
      return counts;
    },
    listPublications: async (wanted) => browse.listPublications(wanted),
    describePublication: async (request) => browse.describePublication(request),
    listThreads: async (request) => browse.listThreads(request),
    describeThread: async (request) => browse.describeThread(request),
    describePost: async (request) => browse.describePost(request),
    listRecommendations: async (request) => browse.listRecommendations(request),
    comparePublications: async (request) => browse.comparePublications(request),
    // What is new is known only of what is stored.
    countAbout: async () => new Map(),
  };
}
