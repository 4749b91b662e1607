import type { PostTime } from '../model/ids.ts';
import { type ComparedText, mayBeCopy, readComparedText } from './compared-text.ts';
import { findZoneOffsets, offsetsAt, type Timed } from './zone-offsets.ts';

interface Said {
  readonly time: PostTime;
  readonly text: string;
}

interface Compared<Item> extends Timed {
  readonly item: Item;
  readonly text: ComparedText;
}

/** Letters that posts of one author rarely have in common at their beginning. */
const TELLING = 40;
/** Letters; a text with fewer tells nothing by its beginning. */
const LEAST_TELLING = 8;
const LEAST_UNCUT = 12;
/** Posts of one minute that are compared with each other; nobody writes as many. */
const MAX_COMPARED = 64;

/** How alike a copy and an original of one minute are, the nearest first. Texts that are the same need no comparing. */
const LIKENESSES: readonly ((copy: ComparedText, original: ComparedText) => boolean)[] = [
  isSameInLetters,
  ({ letters, uncut }, original) => uncut.length >= LEAST_UNCUT && original.letters.startsWith(letters),
  ({ uncut }, original) => uncut.length >= LEAST_UNCUT && original.letters.startsWith(uncut),
  (copy, original) =>
    copy.letters.length < LEAST_UNCUT && copy.whole.length * 2 >= original.whole.length && mayBeCopy(copy, original),
];

/**
 * Which original each copy is of, each original once: of the same minute, in the zone that most copies agree on, and with
 * a text that can be the copy's, which may be garbled or cut. What may be of several is of none.
 */
export function matchCopies<Copy extends Said, Original extends Said>(
  copies: readonly Copy[],
  originals: readonly Original[],
): ReadonlyMap<Copy, Original> {
  const found = new Map<Copy, Original>();
  const compared = copies.map(compare);
  const left = new Set(originals.map(compare));
  const offsets = findZoneOffsets(compared, [...left]);
  if (offsets === null) return found;
  for (const rank of [0, 1]) {
    const shifted = compared.flatMap((copy) => {
      const ahead = found.has(copy.item) ? undefined : offsetsAt(copy.minute, offsets)[rank];
      return ahead === undefined ? [] : [{ ...copy, minute: copy.minute - ahead }];
    });
    for (const [copy, original] of matchMinutes(shifted, [...left])) {
      found.set(copy.item, original.item);
      left.delete(original);
    }
  }
  return found;
}

type Pairs<Copy, Original> = readonly (readonly [Compared<Copy>, Compared<Original>])[];

function matchMinutes<Copy, Original>(
  copies: readonly Compared<Copy>[],
  originals: readonly Compared<Original>[],
): Pairs<Copy, Original> {
  const byMinute = Map.groupBy(originals, ({ minute }) => minute);
  return [...Map.groupBy(copies, ({ minute }) => minute)].flatMap(([minute, own]) =>
    matchTexts(own, byMinute.get(minute) ?? []),
  );
}

/** Those of one minute, told apart by their texts. */
function matchTexts<Copy, Original>(
  copies: readonly Compared<Copy>[],
  originals: readonly Compared<Original>[],
): Pairs<Copy, Original> {
  const pairs: (readonly [Compared<Copy>, Compared<Original>])[] = [];
  const left = Map.groupBy(originals, ({ text }) => text.whole);
  const unlike = copies.filter((copy) => {
    const same = left.get(copy.text.whole)?.shift();
    if (same !== undefined) pairs.push([copy, same]);
    return same === undefined;
  });
  let unmatched = [...left.values()].flat();
  if (unlike.length > MAX_COMPARED || unmatched.length > MAX_COMPARED) return pairs;
  let open = unlike;
  for (const isAlike of LIKENESSES)
    open = open.filter((copy) => {
      const [only, ...more] = unmatched.filter(({ text }) => isAlike(copy.text, text));
      if (only === undefined || more.length > 0) return true;
      pairs.push([copy, only]);
      unmatched = unmatched.filter((each) => each !== only);
      return false;
    });
  return pairs;
}

function isSameInLetters(copy: ComparedText, original: ComparedText): boolean {
  return copy.letters !== '' && copy.letters === original.letters;
}

function compare<Item extends Said>(item: Item): Compared<Item> {
  const text = readComparedText(item.text);
  const beginning = text.letters.length < LEAST_TELLING ? '' : text.letters.slice(0, TELLING);
  return { item, text, beginning, minute: minuteOf(item.time) };
}

/** Minutes since 1970; a time without a zone is taken for one in UTC. */
function minuteOf(time: PostTime): number {
  return Math.floor(Date.parse(time.endsWith('Z') ? time : `${time}Z`) / 60_000);
}
