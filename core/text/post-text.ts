import type { TextAddress } from '../model/post.ts';
import { onFirstUse } from '../on-first-use.ts';

const MENTION = /(?<![\p{L}\p{N}_@.])@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/giu;
/** Scripts without spaces: in "詳細はexample.org/a" the address begins where another script does. */
const UNSPACED = String.raw`\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}`;
const LETTERS = String.raw`(?:(?![${UNSPACED}])[\p{L}\p{M}\p{N}-])`;
const LABEL = String.raw`(?:${LETTERS}+|[${UNSPACED}][${UNSPACED}\p{N}-]*)`;
const LAST_LABEL = String.raw`(?:xn--[a-z0-9-]+|(?:(?![${UNSPACED}])[\p{L}\p{M}]){2,}|[${UNSPACED}]{2,})`;
/** Of what no address is written with. */
const OUTSIDE = String.raw`\s<>"“”„«»「」『』【】《》〈〉（）。、，；：！？—\p{Extended_Pictographic}\ufe0f`;
const addressPattern = onFirstUse(
  () =>
    new RegExp(
      String.raw`(?<![@./_-])(?!(?<=${LETTERS})${LETTERS}|(?<=[${UNSPACED}\p{N}-])[${UNSPACED}])(?:https?:\/\/)?(?:${LABEL}\.)+${LAST_LABEL}(?::\d+)?(?:[/?#][^${OUTSIDE}]*)?`,
      'giu',
    ),
);
/** Saves the search in the many posts without any. */
const MAY_HOLD_ADDRESS = /\.[\p{L}\p{M}\d-]{2,}[/?#:]|www\.|:\/\//iu;
/** Bluesky shows 13 characters of a path that has more than 15, then three dots; what follows them is the sentence's. */
const DISPLAY_FORM = /^((?:https?:\/\/)?[^/?#]+[/?#].{12}\.\.\.)/i;
const PUNCTUATION = ".,;:!?'’…–*|`";
const POSSESSIVE = /['’]s$/;
const OPENING = '([{';
const CLOSING = ')]}';

/** The handles that a text mentions, without `@`, in lower case, each once. E-mail addresses are none. */
export function findMentions(text: string): string[] {
  if (!text.includes('@')) return [];
  return [...new Set([...text.matchAll(MENTION)].map((match) => (match[1] ?? '').toLowerCase()))];
}

/** The addresses in a text, in order. A bare host counts only with `www.` or a scheme before it. */
export function findAddresses(text: string): TextAddress[] {
  if (!MAY_HOLD_ADDRESS.test(text)) return [];
  return [...text.matchAll(addressPattern())]
    .map((match) => readAddress(match[0]))
    .filter((address) => address !== null);
}

/** Whether a text is an address and nothing else; a bare host is one too. */
export function isAddress(text: string): boolean {
  return text.match(addressPattern())?.[0] === text;
}

function readAddress(found: string): TextAddress | null {
  const cut = DISPLAY_FORM.exec(found)?.[1];
  if (cut !== undefined) return { shown: cut, isComplete: false };
  const shown = withoutEnd(found);
  return /^https?:\/\/|^www\.|[/?#]/i.test(shown) ? { shown, isComplete: true } : null;
}

/** An address without the sentence's punctuation. */
function withoutEnd(found: string): string {
  const own = found.slice(0, ownLength(found)).replace(POSSESSIVE, '');
  let end = own.length;
  while (end > 0 && PUNCTUATION.includes(own.charAt(end - 1))) end -= 1;
  return own.slice(0, end);
}

/** How far an address goes: to a bracket that closes one before it. "Cabinet_(UK)" has both of its own. */
function ownLength(found: string): number {
  const open: string[] = [];
  for (let index = 0; index < found.length; index += 1) {
    const character = found.charAt(index);
    if (OPENING.includes(character)) open.push(character);
    else if (CLOSING.includes(character) && open.pop() !== OPENING[CLOSING.indexOf(character)]) return index;
  }
  return found.length;
}
