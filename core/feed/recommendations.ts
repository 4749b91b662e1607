import type { PublicationId, Recommendation, ThreadId } from '../model.ts';
import type { LoosePost } from './threads.ts';

const CALLED_SO = /\brecommend(?:ation|s|ed|ing)?s?\b|\brecs\b|\bproposals?\b/i;
const NUMBERED = /^(\d{1,2})[.)]\s+(\S.*)$/;
const ADDRESS_ONLY = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?$/i;
/** A deleted post leaves a gap in the numbers; a year or an amount at the start of a line is no number of the list. */
const LARGEST_GAP = 5;
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
};
const HEADING =
  /\b(first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|next|final|last) (?:group|set|section|batch|part|lot) of (?:recommendations|recs|proposals)\b[^.\n]*?\b(?:is|are|covers?|concerns?|focus(?:es)? on)\s+(?:all\s+)?(?:(?:on|about|around)\s+)?([^.\n]+)/i;
const ANNOUNCEMENT =
  /\b(?:split|divided|grouped|organised) into (?:\w+ )?(?:sections|groups|parts|areas|themes|sets):\s*([^.\n]+)/i;

interface Reading {
  announced: readonly string[];
  section: string | null;
  place: number;
  lastNumber: number;
}

/**
 * The numbered proposals of one thread, whose posts come in reading order. A numbered list is one of
 * recommendations only where the thread itself calls it so; otherwise there are none.
 */
export function findRecommendations(
  posts: readonly LoosePost[],
  thread: ThreadId,
  publication: PublicationId | null,
): Recommendation[] {
  if (!posts.some((post) => CALLED_SO.test(post.text))) return [];
  const reading: Reading = { announced: [], section: null, place: 0, lastNumber: 0 };
  return posts.flatMap((post) => readPost(post, reading, thread, publication));
}

function readPost(
  post: LoosePost,
  reading: Reading,
  thread: ThreadId,
  publication: PublicationId | null,
): Recommendation[] {
  const found: Recommendation[] = [];
  for (const paragraph of post.text.split(/\n\s*\n/)) {
    for (const item of itemsOf(paragraph, reading)) {
      found.push({ ...item, section: reading.section, post: post.id, thread, publication });
    }
  }
  return found;
}

/** The items of one paragraph; a paragraph without any may name the section of those that follow. */
function itemsOf(paragraph: string, reading: Reading): Pick<Recommendation, 'number' | 'text'>[] {
  const items: { number: number; lines: string[] }[] = [];
  for (const line of paragraph.split('\n')) {
    const [, digits, text = ''] = NUMBERED.exec(line) ?? [];
    const number = Number(digits ?? 0);
    if (follows(number, reading.lastNumber)) {
      items.push({ number, lines: [text] });
      reading.lastNumber = number;
    } else if (items.length > 0) items.at(-1)?.lines.push(line);
    else readSection(line, reading);
  }
  return items.map(({ number, lines }) => ({ number, text: joinLines(lines) }));
}

function follows(number: number, last: number): boolean {
  return number > last && (last === 0 || number <= last + LARGEST_GAP);
}

/** The addresses below an item are the post's, not the recommendation's. */
function joinLines(lines: readonly string[]): string {
  const own = [...lines];
  while (own.length > 1 && ADDRESS_ONLY.test((own.at(-1) ?? '').trim())) own.pop();
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
  reading.place = ORDINALS[ordinal.toLowerCase()] ?? reading.place + 1;
  reading.section = name.trim().replace(/[:;,]$/, '');
}

function splitNames(names: string): string[] {
  return names
    .split(/,\s*(?:and\s+)?|\s+and\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
