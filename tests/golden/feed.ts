import { formatBibtex } from '../../core/cite/bibtex.ts';
import { readCitation } from '../../core/cite/citation.ts';
import { formatHarvard } from '../../core/cite/harvard.ts';
import { formatRis } from '../../core/cite/ris.ts';
import type { Feed } from '../../core/model/feed.ts';
import type { Post } from '../../core/model/post.ts';
import type { Publication } from '../../core/model/publication.ts';
import type { Thread } from '../../core/model/thread.ts';
import { inEnglish } from './english.ts';
import { showPublication, showRecommendation } from './glosses.ts';
import { namePost, namePublication } from './names.ts';
import type { Library } from './say.ts';

/** What a feed foundIn, in its order. */
export function showFeed({ profile, asOf, posts, threads, recommendations, publications }: Feed, library: Library) {
  const nameOf = (id: string | null) => {
    const publication = library.publication(id);
    return publication && namePublication(publication);
  };
  const postOf = (id: string) => {
    const post = library.post(id);
    return post && namePost(post);
  };
  const showThread = ({ time, start, publication, posts: ids, lists }: Thread) => ({
    time,
    start,
    publication: nameOf(publication),
    posts: ids.map(postOf),
    lists: lists.map(({ heading, points }) => ({
      heading,
      points: points.map(({ label, text, post }) => `${label}) ${text} — ${postOf(post)}`),
    })),
  });
  return {
    profile,
    asOf,
    posts: posts.map((post) => ({
      ...showPost(post),
      thread: threads.findIndex(({ id }) => id === post.thread),
      publications: post.publications.map(nameOf),
    })),
    threads: threads.map(showThread),
    recommendations: recommendations.map((each) => showRecommendation(each, library)),
    publications: publications.map((each) => showPublication(each, library)),
  };
}

function showPost({
  time,
  text,
  likes,
  reposts,
  replies,
  quotes,
  mentions,
  addresses,
  linkCard,
  images,
  isRepost,
}: Post) {
  return { time, text, likes, reposts, replies, quotes, mentions, addresses, linkCard, images, isRepost };
}

/** How a publication is cited; null where it cannot be. */
export function showCitations(publication: Publication) {
  const citation = readCitation(publication);
  if (citation === null) return null;
  const doubt = inEnglish('cite_doubt');
  return {
    Harvard: formatHarvard(citation, { availableAt: inEnglish('cite_available_at'), doubt }),
    BibTeX: formatBibtex(citation, doubt).split('\n'),
    RIS: formatRis(citation, doubt).split('\n'),
  };
}
