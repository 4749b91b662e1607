import { timeOf } from './conversations.ts';
import type { Conversation, Gloss, GlossRecommendation } from './gloss.ts';
import type { More } from './more.ts';
import { groupBySection } from './recommended.ts';

/** A gloss with more of it, each post and recommendation once; the counts are those of now. */
export function joinMore(gloss: Gloss, more: More): Gloss {
  return {
    ...gloss,
    conversations: [...gloss.conversations, ...newConversations(gloss, more)].toSorted((a, b) =>
      timeOf(b).localeCompare(timeOf(a)),
    ),
    sections: groupBySection([...recommendationsOf(gloss), ...newRecommendations(gloss, more)]),
    counts: more.counts,
    next: { ...gloss.next, ...more.next },
  };
}

/** Of more, the conversations that a gloss does not show. */
export function newConversations(gloss: Gloss, more: More): Conversation[] {
  const shown = new Set(gloss.conversations.flatMap(({ posts }) => posts.map(({ id }) => id)));
  return more.conversations.filter(({ posts }) => !posts.some(({ id }) => shown.has(id)));
}

/** Of more, the recommendations that a gloss does not show. */
export function newRecommendations(gloss: Gloss, more: More): GlossRecommendation[] {
  const shown = new Set(recommendationsOf(gloss).map(keyOf));
  return recommendationsOf(more).filter((each) => !shown.has(keyOf(each)));
}

function recommendationsOf({ sections }: Pick<Gloss, 'sections'>): GlossRecommendation[] {
  return sections.flatMap(({ recommendations }) => recommendations);
}

function keyOf({ post, number }: GlossRecommendation): string {
  return `${post} ${number}`;
}
