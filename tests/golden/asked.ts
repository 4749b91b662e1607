import { readFileSync } from 'node:fs';
import type { Feed } from '../../core/model/feed.ts';
import type { Publication } from '../../core/model/publication.ts';

/** An address, and what its page or the text of a link calls it; null where that is not known. */
export interface Asked {
  readonly url: string;
  readonly title: string | null;
}

const read = (name: string) => JSON.parse(readFileSync(`tests/gold/${name}.json`, 'utf8'));
const SITE = 'https://www.instituteforgovernment.org.uk';

/** The addresses of the gold set. */
export function goldAddresses(): readonly Asked[] {
  const listed = [...read('pages').pages, ...read('others').urls, ...read('seed-links').links] as Partial<Asked>[];
  return listed.map(({ url = '', title = null }) => ({ url, title }));
}

/** The addresses of a feed: those of its publications and posts, whole or shortened, and others that come near. */
export function feedAddresses({ publications, posts }: Feed): readonly Asked[] {
  const shown = posts.flatMap(({ addresses, linkCard }) =>
    addresses.map((address) => ({ url: address.shown, title: linkCard?.title ?? null })),
  );
  return [...publications.flatMap(nearTo), ...shown];
}

function nearTo({ title, isIfg, section, addresses, displayForms }: Publication): Asked[] {
  const slug = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const guesses = isIfg
    ? [
        `${SITE}/${section ?? 'publication'}/${slug.join('-')}`,
        `${SITE}/comment/${slug.slice(0, 4).join('-')}`,
        `${SITE}/publication/${slug.slice(-3).join('-')}`,
      ]
    : [];
  const changed = addresses.flatMap((address) => [
    `${address.replace('https://', 'http://www.')}/?utm_source=x&page=2#part`,
    `${address}/methodology`,
    `https://web.archive.org/web/20250925120000/${address}`,
  ]);
  const shortened = displayForms.map((form) => `https://${form}`);
  return [...addresses, ...changed, ...shortened, ...guesses].map((url) => ({ url, title }));
}

/** Forms in which another address stands, by the sort of them. */
export const carrying = {
  known: read('wrappers').known,
  unknown: read('wrappers').unknown,
  held: read('wrappers').held,
  carriers: [...read('carriers').tuned, ...read('carriers').held],
} as Readonly<Record<string, readonly string[]>>;

/** Pages of the Institute's that no post is about, on subjects of the posts, in other forms of their words. */
export const SUBJECTS: readonly Asked[] = [
  ['publication/innovative-commerce', 'Innovative commerce'],
  ['publication/suppliers-innovate', 'Suppliers that innovate'],
  ['publication/contractors-commerce-capability', 'Contractors and commercial capability'],
  ['explainer/commercial-specialists', 'Commercial specialists in departments'],
  ['explainer/procurement-pipelines', 'Procurement pipelines'],
  ['comment/prisoners-judges-crime', 'Too many prisoners, too few judges'],
  ['comment/criminal-courts-prison-places', 'Criminal courts and prison places'],
  ['comment/police-performance-justice', 'Police performance and the justice system'],
  ['comment/pensioners-retain-workforce', 'Pensioners and a workforce that is retained'],
  ['event/retaining-workforce', 'How to retain a workforce'],
  ['publication/schooling-budgets', 'Schooling budgets'],
  ['publication/send-reform-school-budgets', 'SEND reform and school budgets'],
  ['explainer/spending-reviews', 'Spending reviews'],
  ['explainer/multi-year-settlements', 'Multi-year settlements'],
  ['comment/obr-forecasts-fiscal-rules', 'OBR forecasts and the fiscal rules'],
  ['comment/taxpayers-chancellor', 'Taxpayers and the chancellor'],
  ['comment/chancellor-stability', 'A stable chancellor'],
  ['publication/digitisation-cabinet-office-dsit', 'Digitisation, the Cabinet Office and DSIT'],
  ['publication/ministerial-aversion', 'Ministerial aversion to risk'],
  ['publication/mission-boards-coherence', 'Coherence of the mission boards'],
  ['publication/preventative-acute-demand', 'Preventing acute demand'],
  ['comment/starmer-unpopular-mps', 'Starmer is unpopular with his MPs'],
  ['comment/legislation-standardisation', 'Standardising legislation'],
  ['publication/procurement-government-missions-delivery-annex', 'Annex'],
].map(([path = '', title = '']) => ({ url: `${SITE}/${path}`, title }));
