import type { PostTime } from '../../model/ids.ts';
import type { Post } from '../../model/post.ts';
import { readDate } from './dates.ts';
import { repairGarbling } from './garbling.ts';

/** The line that ends a post: `11.11.2025 09:25 — 👍 0    🔁 2    💬 1    📌 0`. */
export type Stamp = Pick<Post, 'time' | 'likes' | 'reposts' | 'replies' | 'quotes'>;

const SHAPE =
  /^(\d\d)\.(\d\d)\.(\d{4}) (\d\d):(\d\d) (\S+) (\S+) ([\d,]+)\s+(\S+) ([\d,]+)\s+(\S+) ([\d,]+)\s+(\S+) ([\d,]+)\s*$/;
const BEGINS_LIKE_ONE = /^\s*\d\d?\.\d\d?\.\d{2,4} \d\d?:\d\d? (?:—|β€)/;
const COUNTS = [/(?:👍|πŸ‘)\s*\d/, /(?:🔁|πŸ”)\s*\d/, /(?:💬|πŸ’¬)\s*\d/, /(?:📌|πŸ“Œ)\s*\d/];
/** Nobody writes such gaps. */
const ENDS_LIKE_ONE = /(?:👍|πŸ‘) \S+ {2,}\S+ \S+ {2,}\S+ \S+ {2,}(?:📌|πŸ“Œ) \S+\s*$/;
const MIN_COUNTS = 2;
/** What each sign is once repaired. Two of them lost a byte for good, which leaves U+FFFD. */
const SIGNS = ['—', '👍', '🔁', '💬', '📌'];

/** Null where the line is no stamp, or a damaged one; `looksLikeStamp` tells the two apart. */
export function readStamp(line: string): Stamp | null {
  const match = SHAPE.exec(line);
  if (match === null) return null;
  const [
    ,
    day,
    month,
    year,
    hour = '',
    minute = '',
    dash,
    thumb,
    likes,
    arrows,
    reposts,
    bubble,
    replies,
    pin,
    quotes,
  ] = match;
  if (![dash, thumb, arrows, bubble, pin].every((sign, place) => isSign(sign ?? '', place))) return null;
  const time = readMinute(readDate(year, month, day), hour, minute);
  if (time === null) return null;
  return {
    time,
    likes: readCount(likes),
    reposts: readCount(reposts),
    replies: readCount(replies),
    quotes: readCount(quotes),
  };
}

/**
 * Whether a line that `readStamp` refuses was meant as one: reading over it would merge two posts. A date or signs by
 * themselves are somebody's words.
 */
export function looksLikeStamp(line: string): boolean {
  if (ENDS_LIKE_ONE.test(line)) return true;
  return BEGINS_LIKE_ONE.test(line) && COUNTS.filter((count) => count.test(line)).length >= MIN_COUNTS;
}

const repairedSigns = new Map<string, string>();

function isSign(sign: string, place: number): boolean {
  if (sign === SIGNS[place]) return true;
  let repaired = repairedSigns.get(sign);
  if (repaired === undefined) {
    repaired = repairGarbling(sign);
    if (repairedSigns.size < 32) repairedSigns.set(sign, repaired);
  }
  return repaired === SIGNS[place] || (repaired === '\ufffd' && (place === 1 || place === 2));
}

function readMinute(date: string | null, hour: string, minute: string): PostTime | null {
  return date !== null && hour < '24' && minute < '60' ? `${date}T${hour}:${minute}` : null;
}

function readCount(digits: string | undefined): number {
  return Number((digits ?? '').replaceAll(',', ''));
}
