import { fail, type ParseFault, type Result, succeed } from '../../result.ts';
import { repairGarbling } from './garbling.ts';
import { faultAt, isBlank, type Lines, skipBlank } from './lines.ts';
import { readLinkCard } from './link-card.ts';
import { looksLikeStamp, readStamp, type Stamp } from './stamp.ts';

/** One post as it stands in the page, with its parts told apart but not yet read. */
export interface PostBlock {
  readonly stamp: Stamp;
  /** Title and description of the link card on one line, or null where there is none. */
  readonly cardLine: string | null;
  readonly images: number;
  readonly text: string;
}

/** https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json (`maxGraphemes`) */
const MAX_GRAPHEMES = 300;
const IMAGES = /^(?:Post image\s*)+$/;
const PREVIEW = 'Preview';
/** UTF-16 units of a title with its description; below that a line under the word "Preview" may be the post's own. */
const MIN_CARD = 80;
const TRAILER = /^@\S+ is following [\d,]+ (?:prominent )?accounts?\b/;

/** Reads all posts from the cursor to the end of the page, in the order of the page. */
export function readPostBlocks(lines: Lines): Result<readonly PostBlock[], ParseFault> {
  const blocks: PostBlock[] = [];
  for (;;) {
    const start = lines.next;
    const end = findStamp(lines);
    if (!end.ok) return end;
    if (end.value === null) return checkEnd(lines, start, blocks);
    const block = readBlock(lines, start, end.value.index, end.value.stamp, blocks.length === 0);
    if (!block.ok) return block;
    blocks.push(block.value);
    lines.next = end.value.index + 1;
  }
}

function findStamp(lines: Lines): Result<{ index: number; stamp: Stamp } | null, ParseFault> {
  for (let index = lines.next; index < lines.all.length; index += 1) {
    const line = lines.all[index] ?? '';
    if (!mayEndPost(lines, index)) continue;
    const stamp = readStamp(line);
    if (stamp !== null) return succeed({ index, stamp });
    if (looksLikeStamp(line))
      return fail(faultAt(lines, index, 'a post\'s time and four counts, "DD.MM.YYYY HH:MM — 👍 N 🔁 N 💬 N 📌 N"'));
  }
  return succeed(null);
}

/** A post's text and a card's line may be anything; the stamp has a blank line above it, or what else the post has. */
function mayEndPost(lines: Lines, index: number): boolean {
  const above = (lines.all[index - 1] ?? '').trim();
  return above === '' || IMAGES.test(above) || lines.all[index - 2]?.trim() === PREVIEW;
}

function checkEnd(lines: Lines, start: number, blocks: readonly PostBlock[]): Result<readonly PostBlock[], ParseFault> {
  lines.next = start;
  skipBlank(lines);
  const line = lines.all[lines.next];
  if (line === undefined || TRAILER.test(repairGarbling(line))) return succeed(blocks);
  return fail(faultAt(lines, lines.all.length - 1, `the end of the post that begins in line ${lines.next + 1}`));
}

function readBlock(
  lines: Lines,
  start: number,
  end: number,
  stamp: Stamp,
  isFirst: boolean,
): Result<PostBlock, ParseFault> {
  const embed = readEmbed(lines, start, end, isFirst);
  if (!embed.ok) return embed;
  const text = readText(lines, embed.value.next, end);
  if (!text.ok) return text;
  const { cardLine, images } = embed.value;
  return succeed({ stamp, cardLine, images, text: text.value });
}

interface Embed {
  readonly cardLine: string | null;
  readonly images: number;
  readonly next: number;
}

/** A link card or images stand right below the stamp before them; a text has a blank line before it. */
function readEmbed(lines: Lines, start: number, end: number, isFirst: boolean): Result<Embed, ParseFault> {
  let index = start;
  if (isFirst) while (index < end && isBlank(lines.all[index])) index += 1;
  const none = { cardLine: null, images: 0, next: index };
  if (index >= end || isBlank(lines.all[index])) return succeed(none);
  const line = (lines.all[index] ?? '').trim();
  if (line === PREVIEW && !(isFirst && !isCard(lines, index, end))) return readCardLine(lines, index + 1, end);
  if (IMAGES.test(line)) return succeed(readImages(lines, index, end));
  if (isFirst) return succeed(none);
  return fail(faultAt(lines, index, 'a blank line, "Preview" or "Post image" after a post'));
}

function readCardLine(lines: Lines, index: number, end: number): Result<Embed, ParseFault> {
  if (index >= end || isBlank(lines.all[index]))
    return fail(faultAt(lines, index, "the link card's title and description"));
  if (index + 1 < end && !isBlank(lines.all[index + 1]))
    return fail(faultAt(lines, index + 1, 'a blank line after the link card'));
  return succeed({ cardLine: repairGarbling(lines.all[index] ?? '').trim(), images: 0, next: index + 1 });
}

function readImages(lines: Lines, start: number, end: number): Embed {
  let images = 0;
  let index = start;
  for (; index < end && IMAGES.test((lines.all[index] ?? '').trim()); index += 1) {
    images += (lines.all[index] ?? '').match(/Post image/g)?.length ?? 0;
  }
  return { cardLine: null, images, next: index };
}

/** Whether "Preview" has one line of text below it, as the page shows a card. */
function isCard(lines: Lines, index: number, end: number): boolean {
  return index + 1 < end && !isBlank(lines.all[index + 1]) && (index + 2 >= end || isBlank(lines.all[index + 2]));
}

/**
 * Bluesky leaves at most one blank line within a post, so two of them mean that a stamp is missing, and so does what
 * can hardly be but a card.
 */
function readText(lines: Lines, start: number, end: number): Result<string, ParseFault> {
  let first = start;
  let last = end - 1;
  while (first < end && isBlank(lines.all[first])) first += 1;
  while (last >= first && isBlank(lines.all[last])) last -= 1;
  for (let index = first; index < last; index += 1) {
    const isPreview = index > first && isLostCard(lines, index, end);
    const isGap = isBlank(lines.all[index]) && isBlank(lines.all[index + 1]);
    if (isPreview || isGap) return fail(faultAt(lines, index, "the post's time and counts before the next post"));
  }
  const text = lines.all
    .slice(first, last + 1)
    .map((line) => repairGarbling(line).trimEnd())
    .join('\n');
  return isTooLong(text)
    ? fail(faultAt(lines, last, `a post of at most ${MAX_GRAPHEMES} characters, ended by its time and counts`))
    : succeed(text);
}

function isLostCard(lines: Lines, index: number, end: number): boolean {
  if (lines.all[index]?.trim() !== PREVIEW || !isBlank(lines.all[index - 1]) || !isCard(lines, index, end))
    return false;
  const line = lines.all[index + 1] ?? '';
  return line.length >= MIN_CARD || readLinkCard(line, null).titleIsCertain;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function isTooLong(text: string): boolean {
  // No text has more graphemes than letters, signs and spaces that are no marks of another.
  if (text.length <= MAX_GRAPHEMES || text.replace(/\p{M}|[\udc00-\udfff]/gu, '').length <= MAX_GRAPHEMES) return false;
  let count = 0;
  for (const _ of graphemes.segment(text)) {
    count += 1;
    if (count > MAX_GRAPHEMES) return true;
  }
  return false;
}
