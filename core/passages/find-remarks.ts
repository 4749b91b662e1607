import type { Gloss } from '../gloss/gloss.ts';
import type { PostId } from '../model/ids.ts';
import type { Post } from '../model/post.ts';
import type { FoundPassage, FoundRemark } from '../protocol/passages.ts';
import { saidIn } from '../text/said-in.ts';
import { findPassages } from './find-passages.ts';
import { type GlossStatement, statementsOf } from './statements.ts';

/**
 * Statements that a page is compared with. Each takes about 2 ms on a page of 15,000 words that are all in the posts too: 400
 * keep that below a second, in which the background answers nothing else. 2,000 would take more than 4 s, for the 60 passages
 * that a page has at most.
 */
export const MAX_STATEMENTS = 400;

/**
 * The passages of a page that what is said about it is about. `said` is all that is said, also what no page shows yet; of more
 * than 400 statements it is the recommendations, and then the newest.
 */
export function findRemarks(
  paragraphs: readonly string[],
  said: Pick<Gloss, 'publication' | 'conversations' | 'sections'>,
): FoundPassage[] {
  const statements = new Map(choose(statementsOf(said)).map((statement) => [statement.id, statement]));
  const posts = new Map(said.conversations.flatMap((each) => each.posts.map((post) => [post.id, post])));
  const texts = new Map(
    said.sections.flatMap((section) =>
      section.recommendations.map(({ post, number, text }) => [keyOf(post, number), text]),
    ),
  );
  const remarkOf = ({ post: id, recommendation }: GlossStatement, words: readonly string[]): FoundRemark[] => {
    const post: Post | undefined = posts.get(id);
    if (post === undefined) return [];
    return [
      { post: id, recommendation, words, text: texts.get(keyOf(id, recommendation)) ?? saidIn(post), time: post.time },
    ];
  };
  return findPassages(paragraphs, [...statements.values()]).map(({ statements: found, ...passage }) => ({
    ...passage,
    remarks: found.flatMap(({ id, words }) => {
      const statement = statements.get(id);
      return statement === undefined ? [] : remarkOf(statement, words);
    }),
  }));
}

function choose(statements: readonly GlossStatement[]): readonly GlossStatement[] {
  if (statements.length <= MAX_STATEMENTS) return statements;
  const [recommended, other] = [true, false].map((isOne) =>
    statements.filter(({ recommendation }) => (recommendation !== null) === isOne),
  );
  return [...(recommended ?? []), ...(other ?? [])].slice(0, MAX_STATEMENTS);
}

function keyOf(post: PostId, number: number | null): string {
  return `${post} ${number}`;
}
