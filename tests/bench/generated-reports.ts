import { goldPages } from './gold.ts';

export interface Report {
  readonly title: string;
  readonly url: string;
  /** Whether its full address is known to the feed; of the others a part is shown. */
  readonly isKnown: boolean;
}

/** Of those whose full address nobody found, posts show a part. */
const KNOWN_SHARE = 0.3;
const SECTIONS = ['publication', 'comment', 'explainer', 'event'];
/** Left out of the addresses of the Institute's pages. */
const LEFT_OUT = new Set('the of and to in for with on by from as at is are be it that this an or'.split(' '));

/**
 * Reports, the most popular first: the gold pages, and behind them made-up ones, with addresses made from their titles as
 * the Institute makes them. Every twentieth is a chapter of a yearly report.
 */
export function makeReports(count: number, random: () => number, word: () => string): readonly Report[] {
  const reports = new Map<string, Report>();
  const add = (title: string, url: string) =>
    reports.set(title, { title, url, isKnown: reports.size === 0 || random() < KNOWN_SHARE });
  for (const { title, url } of goldPages.slice(0, count)) if (!reports.has(title)) add(title, url);
  while (reports.size < count) {
    const title = makeTitle(random, word);
    if (!reports.has(title)) add(title, addressOf(title, SECTIONS[Math.floor(random() * SECTIONS.length)] ?? ''));
  }
  return [...reports.values()];
}

function makeTitle(random: () => number, word: () => string): string {
  const words = (length: number) => Array.from({ length }, word).join(' ');
  if (random() < 0.05) return `Performance Tracker ${2015 + Math.floor(random() * 11)}: ${capital(words(2))}`;
  const title = capital(words(4 + Math.floor(random() * 6)));
  return random() < 0.2 ? `${title}: ${capital(words(3))}` : title;
}

function addressOf(title: string, section: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const slug = words.filter((word) => !LEFT_OUT.has(word)).join('-');
  return `https://www.instituteforgovernment.org.uk/${section}/${slug}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
