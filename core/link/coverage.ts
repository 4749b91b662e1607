import type { PublicationId } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import type { Publication } from '../model/publication.ts';
import { stemsOf } from '../text/words.ts';

const SAYS_SO = /\bIfG\b|Institute for Government|@instituteforgov/;
const OF_A_PUBLICATION = /\b(?:report|paper|research|analysis|study|findings)\b/i;
/** A word in more of a feed's titles than this tells nothing. */
const MAX_TITLES = 200;
const MIN_SHARED = 2;
const LEAD = 1.5;

/**
 * Links pages elsewhere to the Institute's publication that they report on, where a post says that it is a
 * report of the Institute's and the words single out one publication of the feed.
 */
export function linkCoverage(posts: readonly Post[], publications: readonly Publication[]): Publication[] {
  const titles = titlesByStem(publications.filter((publication) => publication.isIfg));
  const about = new Map<PublicationId, string>();
  for (const post of posts) {
    const [own] = post.publications;
    if (own === undefined || post.linkCard === null) continue;
    if (SAYS_SO.test(post.text) && OF_A_PUBLICATION.test(post.text)) {
      about.set(own, `${post.linkCard.title} ${post.linkCard.description} ${post.text}`);
    }
  }
  return publications.map((publication) => {
    const text = about.get(publication.id);
    if (publication.isIfg || text === undefined) return publication;
    const coverageOf = singleOut(text, titles);
    return coverageOf === null ? publication : { ...publication, kind: 'coverage', coverageOf };
  });
}

function titlesByStem(publications: readonly Publication[]): Map<string, Set<PublicationId>> {
  const titles = new Map<string, Set<PublicationId>>();
  for (const publication of publications) {
    for (const stem of stemsOf(publication.title)) {
      const having = titles.get(stem) ?? new Set();
      if (having.size <= MAX_TITLES) titles.set(stem, having.add(publication.id));
    }
  }
  return titles;
}

function singleOut(text: string, titles: ReadonlyMap<string, ReadonlySet<PublicationId>>): PublicationId | null {
  const scores = new Map<PublicationId, { shared: number; weight: number }>();
  for (const stem of new Set(stemsOf(text))) {
    const having = titles.get(stem);
    if (having === undefined || having.size > MAX_TITLES) continue;
    for (const id of having) {
      const { shared, weight } = scores.get(id) ?? { shared: 0, weight: 0 };
      scores.set(id, { shared: shared + 1, weight: weight + 1 / having.size });
    }
  }
  const [best, second] = [...scores].sort(([, a], [, b]) => b.weight - a.weight);
  if (best === undefined || best[1].shared < MIN_SHARED) return null;
  return best[1].weight >= LEAD * (second?.[1].weight ?? 0) ? best[0] : null;
}
