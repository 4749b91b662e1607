import type { TextAddress } from '../model.ts';

const MENTION = /(?<![\w@.])@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi;
const ADDRESS = /(?<![\w@./-])(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#][^\s<>"“”]*)?/gi;
/** Saves the search in the many posts without any. */
const MAY_HOLD_ADDRESS = /\.[a-z]{2,}[/?#:]|www\.|:\/\//i;
/** Bluesky shows 13 characters of a path that has more than 15, then three dots. */
const DISPLAY_FORM = /^[^/?#]+([/?#].{12})\.\.\.$/;
const TRAILING_PUNCTUATION = /[.,;:!?'’)\]…]+$/;

/** The handles that a text mentions, without `@`, in lower case, each once. E-mail addresses are none. */
export function findMentions(text: string): string[] {
  if (!text.includes('@')) return [];
  return [...new Set([...text.matchAll(MENTION)].map((match) => (match[1] ?? '').toLowerCase()))];
}

/** The addresses in a text, in order. A bare host counts only with `www.` or a scheme before it. */
export function findAddresses(text: string): TextAddress[] {
  if (!MAY_HOLD_ADDRESS.test(text)) return [];
  return [...text.matchAll(ADDRESS)].map((match) => readAddress(match[0])).filter((address) => address !== null);
}

function readAddress(found: string): TextAddress | null {
  if (DISPLAY_FORM.test(found.replace(/^https?:\/\//i, ''))) return { shown: found, isComplete: false };
  const shown = found.replace(TRAILING_PUNCTUATION, '');
  return /^https?:\/\/|^www\.|[/?#]/i.test(shown) ? { shown, isComplete: true } : null;
}
