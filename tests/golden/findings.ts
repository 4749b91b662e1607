import type { Found, Holding, LookedUp } from '../../core/looked-up.ts';
import { inEnglish, sayReason } from './english.ts';
import { showRecommendation } from './glosses.ts';
import { namePost, namePublication } from './names.ts';
import { type Library, remarkOn } from './say.ts';

/** What a question finds, in order, each with why. */
export function showFound(answer: LookedUp, library: Library) {
  if (answer.kind === 'address') {
    const { match, publication, conversations } = answer.gloss;
    return {
      address: answer.address,
      sureness: match.sureness,
      publication: publication && namePublication(publication),
      reasons: match.reasons.map(sayReason),
      posts: conversations.flatMap(({ posts }) => posts.map(namePost)),
    };
  }
  return {
    publications: list(answer.publications, ({ publication, posts, holds }) => [
      `${namePublication(publication)} (${posts} posts)`,
      ...holds.map(say),
    ]),
    recommendations: list(answer.recommendations, ({ recommendation, holds }) => [
      showRecommendation(recommendation, library),
      ...holds.map(say),
    ]),
    posts: list(answer.posts, ({ post, holds }) => [namePost(post), ...holds.map(say)]),
  };
}

function list<Item>({ items, total }: Found<Item>, show: (item: Item) => readonly string[]) {
  return { total, items: items.map((item) => show(item).join(' — ')) };
}

function say({ place, words }: Holding): string {
  return inEnglish(`found_in_${place.replace('-', '_')}`, words.join(', '));
}

/** The passages of a page by place and opening, each with what is remarked on it and the words that both share. */
export function showPassages(paragraphs: readonly string[], notes: Parameters<typeof remarkOn>[1], library: Library) {
  return Object.fromEntries(
    remarkOn(paragraphs, notes).map(({ paragraph, start, end, remarks }) => {
      const passage = (paragraphs[paragraph] ?? '').slice(start, end).replace(/\s+/g, ' ');
      return [
        `${paragraph}, ${start}–${end}: ${passage}`,
        remarks.map(({ note, words }) => `${nameNote(note, library)} — ${words.join(', ')}`),
      ];
    }),
  );
}

/** What was written for the pages has the id that its file gives it. */
function nameNote(note: Parameters<typeof remarkOn>[1][number], library: Library): string {
  if (!('post' in note)) return note.id;
  const post = library.post(note.post);
  const part = note.recommendation === null ? '' : `recommendation ${note.recommendation} of `;
  return `${part}${post && namePost(post)}`;
}
