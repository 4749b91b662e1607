import { firstOf } from './first-of.ts';
import { stemsOf, wordsOf } from './words.ts';

/** UTF-16 units; no title is longer, and a page may put anything there. */
const MAX_TITLE_LENGTH = 600;
const SITE_NAME = /^\s*(?:the )?(?:institute for government|ifg)\s*$/i;
const SEPARATORS = ['|', '–', '—', ' - '];

/** A title's stems: without the site's name behind it, and whatever its quotation marks, case and articles are. */
export function titleStems(title: string): string[] {
  return stemsOf(ownTitle(title));
}

const ARTICLES = new Set(['the', 'a', 'an', 'and']);

/** A title as a key: its words, but for those that come and go with the place where it stands. */
export function titleKey(title: string): string {
  return wordsOf(ownTitle(title))
    .filter((word) => !ARTICLES.has(word))
    .join(' ');
}

/** Markup that a site has written into its titles instead of signs. */
const WRITTEN_SIGNS = /&(?:amp|quot|apos|nbsp|#0?3[49]|#x2[27]|rsquo|lsquo|ldquo|rdquo|ndash|mdash);/gi;

function ownTitle(title: string): string {
  return withoutSiteName(
    firstOf(title, MAX_TITLE_LENGTH).replace(WRITTEN_SIGNS, (sign) => SIGNS.get(sign.toLowerCase()) ?? ' '),
  );
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&apos;', '’'],
  ['&#39;', '’'],
  ['&#039;', '’'],
  ['&#x27;', '’'],
  ['&rsquo;', '’'],
  ['&lsquo;', '‘'],
  ['&ndash;', '–'],
  ['&mdash;', '—'],
]);

function withoutSiteName(title: string): string {
  for (const separator of SEPARATORS) {
    const at = title.lastIndexOf(separator);
    if (at > 0 && SITE_NAME.test(title.slice(at + separator.length))) return title.slice(0, at);
  }
  return title;
}

/** What chapters and pages of any report are called. */
const NAMELESS = new Set([
  'summary',
  'executive summary',
  'methodology',
  'methods',
  'introduction',
  'overview',
  'background',
  'conclusion',
  'conclusions',
  'findings',
  'key findings',
  'recommendations',
  'policy recommendations',
  'next steps',
  'case studies',
  'about authors',
  'foreword',
  'preface',
  'acknowledgements',
  'annex',
  'annexes',
  'appendix',
  'appendices',
  'contents',
  'references',
  'bibliography',
  'glossary',
  'notes',
  'endnotes',
  'further reading',
  'report',
  'full report',
  'read full report',
  'download report',
]);

/** Whether a title is one that parts of any report bear. */
export function isNameless(title: string): boolean {
  return NAMELESS.has(titleKey(title));
}

/** A title that names a part of a series, "Performance Tracker 2025: Schools", in stems. */
export interface SeriesTitle {
  /** With its year. */
  readonly series: readonly string[];
  /** The words after the colon. */
  readonly part: readonly string[];
  /** "Part 3", where the title says so. */
  readonly label: readonly string[];
}

const SERIES =
  /^([^:]{3,80}?(?<! in| of| for| since| after| before| by| to) (?:19|20)\d\d(?:[/–-](?:\d\d){1,2})?)(?: \((part \d+)\))?: (?:(part \d+): )?(\S.*)$/i;

export function readSeriesTitle(title: string): SeriesTitle | null {
  const found = SERIES.exec(firstOf(title, MAX_TITLE_LENGTH));
  if (found === null) return null;
  const [, series = '', before = '', after = '', part = ''] = found;
  return { series: stemsOf(series), part: stemsOf(part), label: stemsOf(before || after) };
}
