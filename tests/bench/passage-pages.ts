import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { contentOfFeeds } from '../../core/gloss/content-of-feeds.ts';
import { wholeGloss } from '../../core/gloss/gloss-for.ts';
import type { Feed } from '../../core/model/feed.ts';
import type { PostId } from '../../core/model/ids.ts';
import { type Statement, statementsOf } from '../../core/passages/statements.ts';
import { namePosts } from './post-names.ts';

/** The pages that the finder was made on, and those that it was run on when it was done. */
export const PAGES = {
  tuned: [
    'procurement-missions',
    'schools',
    'criminal-justice',
    'running-the-centre',
    'hospitals',
    'outsourcing-failures',
    'reshuffles',
    'recipe',
    'government-grants',
  ],
  'held out': [
    'procurement-evidence',
    'public-sector-pensions',
    'tax-reform',
    'civil-service-pay',
    'social-care',
    'metro-mayors',
    'curriculum',
    'allotment',
    'public-inquiries',
  ],
} as const;
export type PageGroup = keyof typeof PAGES;

/** A stretch of a paragraph that the page's writer marked as what a statement is about; offsets are within it. */
export interface Expected {
  readonly statement: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

export interface PassagePage {
  readonly name: string;
  /** What it calls itself, and the address that it calls its own. */
  readonly title: string;
  readonly heading: string;
  readonly canonical: string;
  readonly paragraphs: readonly string[];
  readonly expected: readonly Expected[];
}

const gold = (name: string) => readFileSync(new URL(`../gold/passages/${name}`, import.meta.url), 'utf8');

/** The paragraphs and list items of a page's main column, as `textContent` gives them. */
export function readPage(name: string): PassagePage {
  const window = new Window();
  const document = new window.DOMParser().parseFromString(gold(`${name}.html`), 'text/html');
  const blocks = [...document.querySelectorAll('.main-column p, .main-column li')];
  const paragraphs = blocks.map((block) => block.textContent ?? '');
  const expected = blocks.flatMap((block, paragraph) => {
    let end = 0;
    return [...block.childNodes].flatMap((child) => {
      const start = end;
      end += (child.textContent ?? '').length;
      const about = child instanceof window.HTMLElement ? child.dataset.about : undefined;
      return (about?.split(/\s+/) ?? []).map((statement) => ({ statement, paragraph, start, end }));
    });
  });
  const names = {
    title: document.title,
    heading: document.querySelector('h1')?.textContent ?? '',
    canonical: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '',
  };
  window.close();
  return { name, ...names, paragraphs, expected };
}

/**
 * Everything that the feeds say, whatever page it is about, and what was written for these pages. Ids as the pages
 * have them: `r9` for a recommendation, otherwise the post's name there.
 */
export function readStatements(feeds: readonly Feed[]): Statement[] {
  const publications = feeds.flatMap((feed) => feed.publications).toSorted((a, b) => Number(b.isIfg) - Number(a.isIfg));
  const loose = feeds.flatMap(({ posts }) => posts.filter((post) => post.publications.length === 0));
  const matches = [
    ...publications.map(({ id }) => ({ publication: id, relatedPosts: [] })),
    { publication: null, relatedPosts: loose.map(({ id }) => id) },
  ];
  const names = namePosts(feeds);
  const statements: Statement[] = [];
  const seen = new Set<PostId>();
  for (const match of matches) {
    const found = statementsOf(wholeGloss(contentOfFeeds(feeds), { ...match, sureness: 'likely', reasons: [] }));
    const unseen = found.filter(({ post }) => !seen.has(post));
    for (const { post } of unseen) seen.add(post);
    statements.push(
      ...unseen.map(({ id, post, text, context, recommendation }) => ({
        id: recommendation === null ? id.replace(post, names.get(post) ?? '') : `r${recommendation}`,
        text,
        context,
      })),
    );
  }
  return [...statements, ...(JSON.parse(gold('notes.json')).notes as Statement[])];
}
