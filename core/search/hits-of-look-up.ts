import type { LookUpAnswer, Occurrence } from '../protocol/look-up.ts';
import type { Found, SearchHit } from '../protocol/search.ts';

/** What a look-up found as hits of a search, publications first; of an address none. */
export function hitsOf(answer: LookUpAnswer): readonly SearchHit[] {
  if (answer.kind === 'address') return [];
  const { publications, recommendations, posts } = answer;
  return [
    ...publications.items.map(({ publication, posts: count, foundIn }): SearchHit => {
      const texts = { title: publication.title, description: publication.description };
      return {
        kind: 'publication',
        publication,
        posts: count,
        day: null,
        foundIn: found(foundIn, texts),
        isNew: false,
      };
    }),
    ...recommendations.items.map(({ recommendation, foundIn }): SearchHit => {
      const foundHere = found(foundIn, { text: recommendation.text });
      return {
        kind: 'recommendation',
        recommendation,
        feed: '',
        about: null,
        day: null,
        foundIn: foundHere,
        isNew: false,
      };
    }),
    ...posts.items.map(({ post, foundIn }): SearchHit => {
      const day = post.time.slice(0, 10);
      return {
        kind: 'post',
        post,
        feed: '',
        about: null,
        day,
        foundIn: found(foundIn, { text: post.text }),
        isNew: false,
      };
    }),
  ];
}

type Texts = Partial<Record<'title' | 'description' | 'text', string | null>>;

function found(foundIn: readonly Occurrence[], texts: Texts): readonly Found[] {
  return foundIn.flatMap(({ field, words }): Found[] => {
    if (field !== 'title' && field !== 'description' && field !== 'text') return [];
    const text = texts[field] ?? '';
    return [{ field, text, ranges: rangesOf(words, text) }];
  });
}

function rangesOf(words: readonly string[], text: string): Found['ranges'] {
  const ranges: [number, number][] = [];
  for (const word of words) {
    const start = text.indexOf(word);
    const end = start + word.length;
    if (start >= 0 && ranges.every((range) => end <= range[0] || start >= range[1])) ranges.push([start, end]);
  }
  return ranges.sort(([a], [b]) => a - b);
}
