import { readFile } from 'node:fs/promises';
import type { Post, TextAddress } from '../../core/model/post.ts';

/** Full addresses that somebody has seen, with the titles of their cards. */
export interface SeenAddress {
  readonly title: string;
  readonly address: string;
}

const IFG = 'https://www.instituteforgovernment.org.uk/publication/';

/** As they stand in `seeds/known-addresses.json`. */
export async function readSeenAddresses(): Promise<readonly SeenAddress[]> {
  const file = new URL('../../seeds/known-addresses.json', import.meta.url);
  return (JSON.parse(await readFile(file, 'utf8')) as { addresses: readonly SeenAddress[] }).addresses;
}

/**
 * What an address in a post's text leads to. It is what somebody has seen, else what it may be: it begins with what is
 * shown, and goes on with the title of the card or, where the card is another page's, with what the text says before.
 */
export function fullAddress(shown: TextAddress, post: Post, seen: readonly SeenAddress[]): string {
  if (shown.isComplete) return `https://${shown.shown}`;
  const start = `https://${shown.shown.replace(/\.\.\.$/, '')}`;
  const known = seenAddress(post, seen)?.replace(
    /^https:\/\/(?:www\.)?/,
    start.startsWith('https://www.') ? 'https://www.' : 'https://',
  );
  if (known?.startsWith(start)) return known;
  const slash = start.lastIndexOf('/') + 1;
  const [folder, begun] = [start.slice(0, slash), start.slice(slash)];
  const slug = slugOf(isOfCard(shown, post) ? (post.linkCard?.title ?? '') : (post.text.split(shown.shown)[0] ?? ''));
  const rest = [slug, `${dayPath(post.time)}/${slug}`].find((each) => each.startsWith(begun)) ?? `${begun}${slug}`;
  return folder + rest;
}

/** What a post's link card leads to: the address of it in the text, else what somebody has seen, or what it may be. */
export function cardAddress(post: Post, seen: readonly SeenAddress[]): string {
  const shown = post.addresses.find((each) => isOfCard(each, post));
  if (shown !== undefined) return fullAddress(shown, post, seen);
  const { title = '', titleIsCertain = false } = post.linkCard ?? {};
  return seenAddress(post, seen) ?? (titleIsCertain ? IFG : 'https://news.example/') + slugOf(title);
}

function seenAddress({ linkCard }: Post, seen: readonly SeenAddress[]): string | undefined {
  return seen.find(({ title }) => linkCard?.title.startsWith(title))?.address;
}

/** Only the Institute's titles are certain, so a card with such a one is the Institute's. */
function isOfCard({ shown }: TextAddress, { linkCard, addresses }: Post): boolean {
  if (linkCard === null) return false;
  return addresses.length === 1 || shown.includes('instituteforgovernment') === linkCard.titleIsCertain;
}

/** As the Institute makes addresses of titles, chapters in the folder of their report. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(performance tracker \d+): /, '$1/')
    .replaceAll(/['’£]/g, '')
    .replaceAll(/[^a-z0-9/]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .split('-')
    .slice(0, 8)
    .join('-');
}

/** `2025/oct/16`, as newspapers have it. */
function dayPath(time: string): string {
  const [year = '', month = '', day = ''] = time.slice(0, 10).split('-');
  return `${year}/${MONTHS[Number(month) - 1]}/${day}`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
