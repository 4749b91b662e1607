import type { Hits, LookUpAnswer } from '../../core/protocol/look-up.ts';
import type { Found } from '../../core/protocol/search.ts';
import { inEnglish, sayReason } from './english.ts';
import { showRecommendation } from './glosses.ts';
import { namePost, namePublication } from './names.ts';
import { type Library, remarkOn } from './say.ts';

/** What a question finds, in order, each with why. */
export function showFound(answer: LookUpAnswer, library: Library) {
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
    publications: list(answer.publications, ({ publication, posts, foundIn }) => [
      `${namePublication(publication)} (${posts} posts)`,
      ...foundIn.map(say),
    ]),
    recommendations: list(answer.recommendations, ({ recommendation, foundIn }) => [
      showRecommendation(recommendation, library),
      ...foundIn.map(say),
    ]),
    posts: list(answer.posts, ({ post, foundIn }) => [namePost(post), ...foundIn.map(say)]),
  };
}

function list<Item>({ items, total }: Hits<Item>, show: (item: Item) => readonly string[]) {
  return { total, items: items.map((item) => show(item).join(' — ')) };
}

function say({ field, text, ranges }: Found): string {
  const words = ranges.map(([start, end]) => text.slice(start, end));
  return `${inEnglish(`hit_in_${field.replaceAll('-', '_')}`)} ${words.join(', ')}`;
}

/** The passages of a page by place and opening, each with what is remarked on it and the words that both share. */
export function showPassages(
  paragraphs: readonly string[],
  statements: Parameters<typeof remarkOn>[1],
  library: Library,
) {
  return Object.fromEntries(
    remarkOn(paragraphs, statements).map(({ paragraph, start, end, remarks }) => {
      const passage = (paragraphs[paragraph] ?? '').slice(start, end).replace(/\s+/g, ' ');
      return [
        `${paragraph}, ${start}–${end}: ${passage}`,
        remarks.map(({ statement, words }) => `${nameStatement(statement, library)} — ${words.join(', ')}`),
      ];
    }),
  );
}

/** What was written for the pages has the id that its file gives it. */
function nameStatement(statement: Parameters<typeof remarkOn>[1][number], library: Library): string {
  if (!('post' in statement)) return statement.id;
  const post = library.post(statement.post);
  const part = statement.recommendation === null ? '' : `recommendation ${statement.recommendation} of `;
  return `${part}${post && namePost(post)}`;
}
