import { canonicalAddress } from '../../core/address/canonical.ts';
import type { AskedLink } from '../../core/protocol/marks.ts';
import { HITS_AT_FIRST, type SearchRequest } from '../../core/protocol/search.ts';
import type { Generated } from './generated-feed.ts';
import type { Report } from './generated-reports.ts';
import { createRandom } from './gold.ts';

/** What a library is asked; the same of each size, as far as it has as much. */
export interface Questions {
  /** Of a page: to reports whose address is known, to some of which a part is, and to pages of the Institute that are not. */
  readonly pageLinks: readonly AskedLink[];
  /** Of one message. */
  readonly links: readonly AskedLink[];
  readonly popular: AskedLink;
  /** Two words each, which stand together in a post. */
  readonly words: readonly string[];
  /** Of the library page: words, phrases, beginnings, common words, filters, and everything by day. */
  readonly searches: readonly SearchRequest[];
}

const LINKS_ON_PAGE = 200;
const LINKS_ASKED = 20;
const WORDS_ASKED = 100;
const SEARCHES_OF_SORT = 5;

export function questionsFor({ feed, reports }: Generated): Questions {
  const random = createRandom(5);
  const [popular] = reports;
  if (popular === undefined) throw new Error('there is no report');
  const isSpokenOf = new Set(feed.publications.map(({ title }) => title));
  const spokenOf = reports.filter(({ title }) => isSpokenOf.has(title));
  const words = Array.from({ length: WORDS_ASKED }, () => {
    const found = (feed.posts[Math.floor(random() * feed.posts.length)]?.text ?? '').match(/[a-z]{5,}/gi) ?? [];
    const start = Math.floor(random() * Math.max(1, found.length - 1));
    return found.slice(start, start + 2).join(' ');
  }).filter((question) => question.includes(' '));
  return {
    pageLinks: mixLinks(spokenOf, LINKS_ON_PAGE),
    links: mixLinks(spokenOf, LINKS_ASKED),
    popular: linkTo(popular),
    words,
    searches: searchesFor(words, popular.title),
  };
}

/** Five of each sort, as a reader types them. */
function searchesFor(words: readonly string[], title: string): readonly SearchRequest[] {
  const some = (from: number) => words.slice(from, from + SEARCHES_OF_SORT);
  const one = (text: string) => text.split(' ')[0] ?? '';
  const texts = [
    ...some(0).map((each) => `${one(each)} `),
    ...some(5),
    ...some(10).map((each) => `"${each}"`),
    ...some(15).map((each) => one(each).slice(0, 4)),
    ...['government ', 'public services', 'minister budget', 'policy reform', 'people work '],
    `publication:"${title}"`,
    `government kind:post from:2024`,
    `reform site:instituteforgovernment.org.uk`,
    'kind:recommendation budget',
    'services -reform to:2024-06',
  ];
  const ask = (text: string): SearchRequest => ({
    text,
    order: 'relevance',
    start: 0,
    most: HITS_AT_FIRST,
    from: null,
    newSince: 0,
  });
  const byDay = ['', 'kind:post', 'from:2024 to:2025-03', 'government', ''].map((text) => ask(text));
  return [...texts.map(ask), ...byDay.map((request) => ({ ...request, order: 'day' as const }))];
}

/** Half of them known, a quarter shown in part, a quarter not known; each address is another. */
function mixLinks(reports: readonly Report[], count: number): readonly AskedLink[] {
  const known = reports.filter(({ isKnown }) => isKnown);
  const shown = reports.filter(({ isKnown }) => !isKnown);
  return Array.from({ length: count }, (_, number) => {
    const from = number % 4 < 2 ? known : shown;
    const report = from[Math.floor(number / 2) % from.length];
    if (number % 4 === 3 || report === undefined) return unknownLink(number);
    const { address, text } = linkTo(report);
    return { address: `${address}?from=${number}`, text };
  });
}

function unknownLink(number: number): AskedLink {
  const address = `https://www.instituteforgovernment.org.uk/comment/nobody-spoke-of-matter-${number}`;
  return { address, text: `A comment on a matter that nobody spoke of, number ${number}` };
}

function linkTo({ title, url }: Report): AskedLink {
  return { address: canonicalAddress(url) ?? url, text: title };
}
