import type { Gloss } from '../../core/gloss/gloss.ts';
import { groupMarks } from '../../core/gloss/marked-publications.ts';
import type { Feed } from '../../core/model/feed.ts';
import type { Post } from '../../core/model/post.ts';
import type { Publication } from '../../core/model/publication.ts';
import { findPassages } from '../../core/passages/find-passages.ts';
import { type GlossStatement, type Statement, statementsOf } from '../../core/passages/statements.ts';
import type { HitKey, LookUpAnswer } from '../../core/protocol/look-up.ts';
import type { MarkedPublication } from '../../core/protocol/marks.ts';
import type { Query, ResolvedMatch } from '../../core/recognise/resolve.ts';
import type { Content } from '../../entrypoints/background/library/content.ts';

/** What is said of an address, as the background says it. */
export interface Said {
  /** In canonical form; null for what is no address. */
  readonly address: string | null;
  readonly gloss: Gloss;
  /** The posts that are only related, most alike first. */
  readonly related: readonly Post[];
  /** How many posts its mark counts. */
  readonly posts: number;
}

export interface SaidOfPassage {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly remarks: readonly { readonly statement: GlossStatement | Statement; readonly words: readonly string[] }[];
}

interface MarkedText {
  readonly address: string;
  readonly text: string;
}

export interface Library {
  readonly feeds: readonly Feed[];
  sayOf(query: Query): Promise<Said>;
  lookUp(asked: string, linkText: string): Promise<LookUpAnswer>;
  describe(found: HitKey): Promise<Gloss | null>;
  /** What the page that welcomes shows; null where nothing is fit to show. */
  sample(): Promise<Gloss | null>;
  /** What links lead to that stand in this order in a page; each mark's number is its place. */
  listMarks(links: readonly MarkedText[]): Promise<readonly MarkedPublication[]>;
  publication(id: string | null): Publication | null;
  post(id: string): Post | null;
}

/** Puts the library together as the background does. Where that changes, the golden copy changes here alone. */
export function openLibrary(feeds: readonly Feed[], content: Content): Library {
  const posts = new Map(feeds.flatMap((feed) => feed.posts.map((post) => [post.id, post])));
  const publications = new Map(feeds.flatMap((feed) => feed.publications.map((each) => [each.id, each])));
  const sayOf = async (query: Query): Promise<Said> => {
    const [{ address, ...match }] = (await content.resolve([query])) as [ResolvedMatch];
    const [count = 0] = await content.countPosts([match]);
    return {
      address,
      gloss: await content.gloss(match),
      related: match.relatedPosts.flatMap((id) => posts.get(id) ?? []),
      posts: count,
    };
  };
  return {
    feeds,
    sayOf,
    lookUp: (asked, linkText) => content.lookUp({ asked, linkText }),
    describe: content.describe,
    sample: content.sample,
    async listMarks(links) {
      const marked = links.map(async ({ address, text }, id) => {
        const { gloss, posts: count } = await sayOf({ url: address, text });
        const { sureness, publication } = gloss.match;
        return { id, text, address, sureness, publication, posts: count };
      });
      const marks = (await Promise.all(marked)).filter(({ sureness }) => sureness !== 'none');
      const titles = await content.titlesOf(marks.flatMap(({ publication }) => publication ?? []));
      return groupMarks([{ frameId: 0, marks }], (id) => titles.get(id) ?? null);
    },
    publication: (id) => publications.get(id ?? '') ?? null,
    post: (id) => posts.get(id) ?? null,
  };
}

/** All that there is to remark on pages: what is said about each publication, and what is about none. */
export async function statementsIn({ feeds, describe }: Library): Promise<readonly GlossStatement[]> {
  const found = feeds.flatMap((feed): HitKey[] => [
    ...feed.publications.map(({ id }) => ({ kind: 'publication' as const, id })),
    ...feed.posts.map(({ id }) => ({ kind: 'post' as const, id })),
  ]);
  const statements = (await Promise.all(found.map(describe))).flatMap(statementsOfGloss);
  return [...new Map(statements.map((statement) => [statement.id, statement])).values()];
}

export function statementsOfGloss(gloss: Gloss | null): readonly GlossStatement[] {
  return gloss === null ? [] : statementsOf(gloss);
}

export function remarkOn(
  paragraphs: readonly string[],
  statements: readonly (GlossStatement | Statement)[],
): SaidOfPassage[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  return findPassages(paragraphs, statements).map(({ statements: found, ...passage }) => ({
    ...passage,
    remarks: found.flatMap(({ id, words }) => {
      const statement = byId.get(id);
      return statement === undefined ? [] : [{ statement, words }];
    }),
  }));
}
