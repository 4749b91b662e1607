import type { PublicationId, ThreadId } from '../model/ids.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { type NumberedLine, readNumber } from '../text/point-number.ts';
import { isAddress } from '../text/post-text.ts';
import { saidIn } from '../text/said-in.ts';
import type { UnlinkedPost } from './unlinked-posts.ts';

const CALLED_SO = /\brecommend(?:ation|s|ed|ing)?s?\b|\brecs\b|\bproposals?\b/i;
/** A deleted post leaves a gap in the numbers; a year or an amount at the start of a line is no number of the list. */
const MAX_GAP = 5;
const ORDINALS = new Map(
  [
    ['first', '1st'],
    ['second', '2nd'],
    ['third', '3rd'],
    ['fourth', '4th'],
    ['fifth', '5th'],
  ].flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
);
/** Of a post in its thread: "2/" or "2/7", as its beginning or its end. */
const BEGINS_WITH_COUNTER = /^\s*\(?\d{1,2}\s?\/(?=\s|\d)/;
const ENDS_WITH_COUNTER = /(?<=\s)\(?\d{1,2}\s?\/\d{0,2}\)?\s*$/;
const HEADING =
  /\b(first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|next|final|last) (?:group|set|section|batch|part|lot) of (?:recommendations|recs|proposals)\b[^.\n]{0,200}?\b(?:is|are|covers?|concerns?|focus(?:es)? on)\s+(?:all\s+)?(?:(?:on|about|around)\s+)?([^.\n]+)/i;
const ANNOUNCEMENT =
  /\b(?:split|divided|grouped|organised) into (?:\w+ )?(?:sections|groups|parts|areas|themes|sets):\s*([^.\n]+)/i;

interface Reading {
  announced: readonly string[];
  section: string | null;
  place: number;
  lastNumber: number;
  /** Whether "1/" is a post's number in the thread. */
  readonly countsPosts: boolean;
}

/**
 * The numbered proposals of one thread, whose posts come in reading order. A numbered list is one of
 * recommendations only where the thread itself calls it so; otherwise there are none.
 */
export function findRecommendations(
  posts: readonly UnlinkedPost[],
  thread: ThreadId,
  publication: PublicationId | null,
): Recommendation[] {
  if (!posts.some((post) => CALLED_SO.test(saidIn(post)))) return [];
  const reading: Reading = {
    announced: [],
    section: null,
    place: 0,
    lastNumber: 0,
    countsPosts: posts.every(({ text }) => BEGINS_WITH_COUNTER.test(text) || ENDS_WITH_COUNTER.test(text)),
  };
  return posts.flatMap((post) => readPost(post, reading, thread, publication));
}

function readPost(
  post: UnlinkedPost,
  reading: Reading,
  thread: ThreadId,
  publication: PublicationId | null,
): Recommendation[] {
  const found: Recommendation[] = [];
  for (const paragraph of quotedIn(post).split(/\n\s*\n/)) {
    for (const item of itemsOf(paragraph, reading)) {
      found.push({ ...item, section: reading.section, post: post.id, thread, publication });
    }
  }
  return found;
}

/** A list in an image is one of recommendations where it, or the post that shows it, calls it so. */
function quotedIn({ text, alternativeTexts }: UnlinkedPost): string {
  const quoted = alternativeTexts.filter((each) => CALLED_SO.test(each) || CALLED_SO.test(text));
  return saidIn({ text, alternativeTexts: quoted });
}

/** The items of one paragraph; a paragraph without any may name the section of those that follow. */
function itemsOf(paragraph: string, reading: Reading): Pick<Recommendation, 'number' | 'text'>[] {
  const items: { number: number; lines: string[] }[] = [];
  for (const line of paragraph.split('\n')) {
    const point = readPoint(line, reading);
    if (point !== null) {
      items.push({ number: point.number, lines: [point.text] });
      reading.lastNumber = point.number;
    } else if (items.length > 0) items.at(-1)?.lines.push(line);
    else readSection(line, reading);
  }
  return items.map(({ number, lines }) => ({ number, text: joinLines(lines) }));
}

function readPoint(line: string, { lastNumber, countsPosts }: Reading): NumberedLine | null {
  const point = readNumber(line);
  if (point === null || isAddress(point.text)) return null;
  if (countsPosts && BEGINS_WITH_COUNTER.test(line)) return null;
  const { number, isCertain } = point;
  // The beginning of a list may be missing, but what may be none begins with its beginning.
  const isNext = number <= lastNumber + MAX_GAP || (lastNumber === 0 && isCertain);
  return number > lastNumber && isNext ? point : null;
}

/** The addresses below an item are the post's, not the recommendation's. */
function joinLines(lines: readonly string[]): string {
  const own = [...lines];
  while (own.length > 1 && isAddress((own.at(-1) ?? '').trim())) own.pop();
  return own.join('\n').trim();
}

function readSection(line: string, reading: Reading): void {
  const names = ANNOUNCEMENT.exec(line)?.[1];
  if (names !== undefined) {
    reading.announced = splitNames(names);
    reading.section = reading.announced[0] ?? null;
    reading.place = 1;
    return;
  }
  const [, ordinal, name] = HEADING.exec(line) ?? [];
  if (ordinal === undefined || name === undefined) return;
  reading.place = ORDINALS.get(ordinal.toLowerCase()) ?? reading.place + 1;
  reading.section = name.trim().replace(/[:;,]$/, '');
}

function splitNames(names: string): string[] {
  return names
    .split(/,\s*(?:and\s+)?|\s+and\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
