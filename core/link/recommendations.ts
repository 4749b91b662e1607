import type { PostId, PublicationId, ThreadId } from '../model/ids.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { type NumberedLine, readNumber } from '../text/point-number.ts';
import { isAddress } from '../text/post-text.ts';
import { saidIn } from '../text/said-in.ts';
import { nameOfList, saysNotOurs, speaksOfRecommendations } from './name-of-list.ts';
import { isLabelled, joinNumber } from './point-labels.ts';
import { saysWhatToDo } from './says-what-to-do.ts';
import type { UnlinkedPost } from './unlinked-posts.ts';

/** A deleted post leaves a gap in the numbers; a year or an amount at the start of a line is no number of the list. */
const MAX_GAP = 5;
/** Of a post in its thread: "2/" or "2/7", as its beginning or its end. */
const BEGINS_WITH_COUNTER =
  /^(?:\s|\p{Extended_Pictographic}|\ufe0f)*\(?(\d{1,2})\s?\/(?=\s|\d|\p{Extended_Pictographic})/u;
const ENDS_WITH_COUNTER = /(?<=\s)\(?(\d{1,2})\s?\/\d{0,2}\)?\s*$/;
const HEADING =
  /\b(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|next|final|last) (?:group|set|section|batch|part|lot) of (?:recommendations|recs|proposals)\b[^.\n]{0,200}?\b(?:is|are|covers?|concerns?|focus(?:es)? on)\s+(?:all\s+)?(?:(?:on|about|around)\s+)?([^.\n]+)/i;
const ANNOUNCEMENT =
  /\b(?:split|divided|grouped|organised) into (?:\w+ )?(?:sections|groups|parts|areas|themes|sets):\s*([^.\n]+)/i;
const UNSEEN_AHEAD = /^[\u00ad\u200b\u200e\u200f\u2060\ufeff]+/gm;
/** To whom a list speaks: "For the civil service:". */
const ADDRESSEES = /^\s*(?:and\s+)?(for\s[^.:\n]{3,80}):\s*$/i;

/** What became of a recommendation is none. */
const ANSWER =
  /^(?:(?:fully|partially|partly|in\s+part|not)\s+)?(?:accepted|rejected|agreed|adopted|implemented|declined|ignored|done|noted|delivered|met|missed)\b/i;

interface Item {
  readonly number: number;
  readonly lines: string[];
  readonly section: string | null;
  readonly post: PostId;
}

interface NumberedList {
  /** What is said before it, from the list before it on. */
  readonly lead: string;
  readonly isLabelled: boolean;
  readonly items: Item[];
}

interface Reading {
  readonly lists: NumberedList[];
  /** What was said since the last item. */
  readonly lead: string[];
  section: string | null;
  /** Whether "1/" is a post's number in the thread. */
  readonly countsPosts: boolean;
}

/**
 * The numbered recommendations of one thread, whose posts come in reading order. A numbered list is one of
 * recommendations only where the words before it call it so, or where the thread speaks of recommendations and the list
 * says what is to be done. In one post a number stands once. `publicationAt` tells what a list is from that begins in a post.
 */
export function findRecommendations(
  posts: readonly UnlinkedPost[],
  thread: ThreadId,
  publicationAt: (post: PostId) => PublicationId | null,
): Recommendation[] {
  if (!posts.some((post) => speaksOfRecommendations(saidIn(post)))) return [];
  const lists = readLists(posts).filter(isOfRecommendations);
  const all = lists.flatMap(({ items }) =>
    items.map(({ lines, number, section, post }) => {
      const publication = publicationAt(items[0]?.post ?? post);
      return { number, text: joinLines(lines), section, post, thread, publication };
    }),
  );
  const named = Map.groupBy(all, ({ post, number }) => `${post} ${number}`);
  return [...named.values()].flatMap(([first]) => first ?? []);
}

function isOfRecommendations({ lead, isLabelled, items }: NumberedList): boolean {
  if (isLabelled) return !saysNotOurs(lead) && !items.every(({ lines }) => ANSWER.test(joinLines(lines)));
  const name = nameOfList(lead);
  if (name === 'recommendations' || name === 'others') return name === 'recommendations';
  return 2 * items.filter(({ lines }) => saysWhatToDo(joinLines(lines))).length >= items.length;
}

function readLists(posts: readonly UnlinkedPost[]): NumberedList[] {
  const reading: Reading = {
    lists: [],
    lead: [],
    section: null,
    countsPosts: countsPosts(posts.map(({ text }) => text)),
  };
  for (const post of posts) {
    for (const paragraph of inPlainLines(quotedIn(post)).split(/\n\s*\n/)) readParagraph(paragraph, post.id, reading);
  }
  return reading.lists;
}

/**
 * Whether "1/" and "2/" count the posts of a thread, of which the first and the last may be without. Behind a first post
 * without they may be recommendations.
 */
function countsPosts(texts: readonly string[]): boolean {
  const counters = texts.map(counterOf);
  const first = counters.findIndex((counter) => counter !== null);
  const counted = counters.flatMap((counter, place) => (counter === null ? [] : [counter - place]));
  if (counted.length === texts.length) return true;
  if (counted.length < 2 || counters.slice(1, -1).includes(null)) return false;
  const rises = counted.every((start) => start === counted[0]);
  return rises && (first === 0 || !areRecommended(texts));
}

/** What stands behind the first post: where that does not introduce it, by what it says. */
function areRecommended([lead = '', ...texts]: readonly string[]): boolean {
  const says = texts.filter((text) => saysWhatToDo(text.replace(BEGINS_WITH_COUNTER, '').trim()));
  return nameOfList(lead) === 'recommendations' || 2 * says.length >= texts.length;
}

function counterOf(text: string): number | null {
  const [, number] = BEGINS_WITH_COUNTER.exec(text) ?? ENDS_WITH_COUNTER.exec(text) ?? [];
  return number === undefined ? null : Number(number);
}

/** A list in an image is one of recommendations where it, or the post that shows it, calls it so. */
function quotedIn({ text, alternativeTexts }: UnlinkedPost): string {
  const isCalledSo = speaksOfRecommendations(text);
  const quoted = alternativeTexts.filter((each) => isCalledSo || speaksOfRecommendations(each));
  return saidIn({ text, alternativeTexts: quoted });
}

/** With line feeds alone between lines, and nothing unseen before what stands in them. */
function inPlainLines(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(UNSEEN_AHEAD, '');
}

/** The items of one paragraph; what stands before the first may name the section of those that follow. */
function readParagraph(paragraph: string, post: PostId, reading: Reading): void {
  let item: Item | null = null;
  let isWithinItem = false;
  for (const line of withNumbersJoined(paragraph.split('\n'))) {
    const point = readPoint(line, reading);
    isWithinItem ||= item !== null && point?.number === 1;
    const list = point === null || isWithinItem ? null : listOf(point, line, reading);
    if (point !== null && list !== null) {
      item = { number: point.number, lines: [point.text], section: reading.section, post };
      list.items.push(item);
      reading.lead.length = 0;
    } else if (item !== null) item.lines.push(line);
    else readLead(line, reading);
  }
}

function withNumbersJoined(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let place = 0; place < lines.length; place += 1) {
    const [line = '', next] = lines.slice(place, place + 2);
    const both = next === undefined ? null : joinNumber(line, next);
    joined.push(both ?? line);
    if (both !== null) place += 1;
  }
  return joined;
}

function readPoint(line: string, { countsPosts }: Reading): NumberedLine | null {
  const point = readNumber(line);
  if (point === null || isAddress(point.text)) return null;
  return countsPosts && BEGINS_WITH_COUNTER.test(line) ? null : point;
}

/** The list that a numbered line stands in, which it may begin; null where it is no point of one. */
function listOf(point: NumberedLine, line: string, reading: Reading): NumberedList | null {
  const { number, isCertain } = point;
  const list = reading.lists.at(-1);
  const last = list?.items.at(-1)?.number ?? 0;
  if (list !== undefined && number > last && number <= last + MAX_GAP) return list;
  // The beginning of the first list may be missing, but what may be none begins with its beginning.
  const begins =
    list === undefined
      ? number <= MAX_GAP || isCertain
      : number === 1 && reading.lead.some((each) => each.trim() !== '');
  if (!begins) return null;
  if (list !== undefined && !reading.lead.some((each) => sectionIn(each) !== null)) reading.section = null;
  const begun: NumberedList = { lead: reading.lead.join('\n'), isLabelled: isLabelled(line), items: [] };
  reading.lists.push(begun);
  return begun;
}

/** The addresses below an item are the post's, not the recommendation's. */
function joinLines(lines: readonly string[]): string {
  const own = [...lines];
  while (own.length > 1 && isAddress((own.at(-1) ?? '').trim())) own.pop();
  return own.join('\n').trim();
}

function readLead(line: string, reading: Reading): void {
  reading.lead.push(line);
  reading.section = sectionIn(line) ?? reading.section;
}

/** The section that a line announces for what follows, the first one where it announces several. */
function sectionIn(line: string): string | null {
  const names = ANNOUNCEMENT.exec(line)?.[1];
  if (names !== undefined) return names.split(/,\s*|\s+and\s+/)[0]?.trim() ?? null;
  const name = HEADING.exec(line)?.[1] ?? ADDRESSEES.exec(line)?.[1];
  return name === undefined ? null : name.trim().replace(/[:;,]$/, '');
}
