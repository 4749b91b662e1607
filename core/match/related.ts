import type { Feed, Match } from '../model.ts';
import type { AddressEvidence } from './evidence.ts';
import { buildPostings, documentsWith, weightOf } from './postings.ts';
import { stemsOf, wordsOf } from './words.ts';

const LEAST_SHARED = 2;
/** Sum of the shared stems' weights, each between 0 and 1, below which a likeness is chance. */
const LEAST_WEIGHT = 1.2;
const MOST_POSTS = 5;

/** Finds posts on the same subject as a page of the Institute's that no post is known to be about. */
export function createRelated(
  feeds: readonly Feed[],
): (query: { readonly text?: string; readonly title?: string }, address: AddressEvidence) => Match | null {
  const posts = feeds.flatMap((feed) => {
    const titleOf = new Map(feed.publications.map(({ id, title }) => [id, title]));
    return feed.posts.map((post) => ({
      id: post.id,
      stems: stemsOf([post.text, ...post.publications.map((id) => titleOf.get(id) ?? '')].join(' ')),
    }));
  });
  const postings = buildPostings(posts.map(({ stems }) => stems));

  return (query, address) => {
    const title = query.title ?? '';
    const asked = new Set([...address.pathStems, ...stemsOf(title)].filter((stem) => stem.length > 2));
    const found = [...documentsWith(asked, postings)].flatMap((number) => {
      const post = posts[number];
      if (post === undefined) return [];
      const shared = [...asked].filter((stem) => post.stems.includes(stem));
      const weight = shared.reduce((sum, stem) => sum + weightOf(stem, postings), 0);
      return shared.length >= LEAST_SHARED && weight >= LEAST_WEIGHT ? [{ id: post.id, shared, weight }] : [];
    });
    if (found.length === 0) return null;
    const best = found.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_POSTS);
    const stems = new Set(best.flatMap(({ shared }) => shared));
    const words = asWritten(stems, `${address.path.replaceAll(/[-/]/g, ' ')} ${title}`);
    return {
      sureness: 'related',
      publication: null,
      relatedPosts: best.map(({ id }) => id),
      reasons: [{ kind: 'publication-unknown' }, { kind: 'words-shared', words }],
    };
  };
}

/** The words as the page writes them, for the reader; stems are no words. */
function asWritten(stems: ReadonlySet<string>, text: string): string[] {
  return [...new Set(wordsOf(text).filter((word) => stemsOf(word).some((stem) => stems.has(stem))))];
}
