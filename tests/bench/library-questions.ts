import { canonicalAddress } from '../../core/address/canonical.ts';
import type { AskedLink } from '../../core/protocol/marks.ts';
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
}

const LINKS_ON_PAGE = 200;
const LINKS_ASKED = 20;
const WORDS_ASKED = 100;

export function questionsFor({ feed, reports }: Generated): Questions {
  const random = createRandom(5);
  const [popular] = reports;
  if (popular === undefined) throw new Error('there is no report');
  const isSpokenOf = new Set(feed.publications.map(({ title }) => title));
  const spokenOf = reports.filter(({ title }) => isSpokenOf.has(title));
  return {
    pageLinks: mixLinks(spokenOf, LINKS_ON_PAGE),
    links: mixLinks(spokenOf, LINKS_ASKED),
    popular: linkTo(popular),
    words: Array.from({ length: WORDS_ASKED }, () => {
      const words = (feed.posts[Math.floor(random() * feed.posts.length)]?.text ?? '').match(/[a-z]{5,}/gi) ?? [];
      const start = Math.floor(random() * Math.max(1, words.length - 1));
      return words.slice(start, start + 2).join(' ');
    }).filter((question) => question.includes(' ')),
  };
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
