import type { Gloss } from '../gloss/gloss.ts';
import type { PostId } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import { readNumber } from '../text/point-number.ts';
import { saidIn } from '../text/said-in.ts';

/** A post or a part of one: what the passages of a page are looked for. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  /** What its page is about as a whole: the publication's title, or '' where none is known. Statements that share it support each other. */
  readonly context: string;
}

/** A statement made of what a card shows. */
export interface GlossStatement extends Statement {
  readonly post: PostId;
  /** Of the recommendation that it is; null where it is a point or the post's own words. */
  readonly recommendation: number | null;
}

const LETTER = /^\w{1,2}[.)]\s+/;
const ADDRESS = /(?:https?:\/\/|www\.)\S+|(?<!\S)(?:[\p{L}\p{M}\p{N}_-]+\.)+\p{L}[\p{L}\p{M}]+\/\S*/giu;
const MENTION = /@[\w.-]+/g;

/**
 * The statements of a gloss: its recommendations, the points of its lists, and what its posts say besides. Their ids are
 * `<post>#r9` for recommendation 9, `<post>#b` for point b, and the post's own for the rest.
 */
export function statementsOf(gloss: Pick<Gloss, 'publication' | 'conversations' | 'sections'>): GlossStatement[] {
  const recommendations = Map.groupBy(
    gloss.sections.flatMap((section) => section.recommendations),
    ({ post }) => post,
  );
  return gloss.conversations.flatMap(({ thread, posts }) =>
    posts.flatMap((post) => {
      const context = gloss.publication?.title ?? post.linkCard?.title ?? '';
      const lists = thread?.lists ?? [];
      const parts = [
        ...(recommendations.get(post.id) ?? []).map(({ number, text }) => ({
          id: `${post.id}#r${number}`,
          text,
          recommendation: number,
        })),
        ...lists
          .flatMap((list) => list.points)
          .filter((each) => each.post === post.id)
          .map(({ label, text }) => ({ id: `${post.id}#${label}`, text, recommendation: null })),
      ];
      const headings = lists.flatMap(({ heading }) => heading ?? []);
      const rest = restOf(post, [...parts.map(({ text }) => text), ...headings]);
      return [...parts, { id: post.id, text: rest, recommendation: null }]
        .map((part) => ({
          ...part,
          text: part.text.replace(ADDRESS, ' ').replace(MENTION, ' '),
          context,
          post: post.id,
        }))
        .filter(({ text }) => /\p{L}/u.test(text));
    }),
  );
}

function restOf(post: Post, parts: readonly string[]): string {
  const lines = new Set(parts.flatMap((text) => text.split('\n').map((line) => line.trim())));
  return saidIn(post)
    .split('\n')
    .filter(
      (line) => ![line, line.replace(LETTER, ''), readNumber(line)?.text ?? ''].some((each) => lines.has(each.trim())),
    )
    .join('\n');
}
