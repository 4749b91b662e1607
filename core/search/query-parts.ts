export const FILTER_NAMES = [
  'account',
  'publication',
  'kind',
  'from',
  'to',
  'is',
  'site',
  'has',
  'response',
  'progress',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** A filter as it stands in a text. */
export interface WrittenFilter {
  readonly name: FilterName;
  readonly value: string;
  /** UTF-16 offsets of all of it. */
  readonly start: number;
  readonly end: number;
}

/**
 * Marks of quotation as keyboards and phones write them, and what closes each: also the other kind, for who types on behind what
 * was pasted mixes them. Within straight ones curly pairs stay pairs. What comes later never decides, so that text can be added.
 */
const STRAIGHT = '"((?:[^"“”]|“[^"“”]*”|“)*)(["”]?)';
const QUOTED = `(?:${STRAIGHT}|“([^”"]*)([”"]?)|„([^“”"]*)([“”"]?)|«([^»]*)(»?))`;
const BARE = String.raw`([^\s"“„«]+)`;
const CLOSING = ['"', '”', '“', '»'] as const;
/** A word, a phrase or a filter; a mark of quotation that is never closed ends with the text. */
const PART = new RegExp(`([-–—−]?)(?:(${FILTER_NAMES.join('|')}):(?:${QUOTED}|${BARE})|${QUOTED}|${BARE})`, 'giu');
/** The places of groups in that. */
const GROUPS = { minus: 1, name: 2, quotedValue: 3, value: 11, phrase: 12, word: 20 } as const;

/** A piece of what is typed. */
export interface Part {
  /** Behind a minus, which phones make a dash of, or behind `NOT`. */
  readonly isWithout: boolean;
  /** `AND`, `OR` or `NOT`, as other searches have them, where something stands to join. */
  readonly operator: Operator | null;
  readonly filter: WrittenFilter | null;
  readonly phrase: string | null;
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** What would close its mark of quotation; empty where nothing is open. */
  readonly owed: string;
}

type Operator = 'AND' | 'OR' | 'NOT';
const OPERATORS: readonly string[] = ['AND', 'OR', 'NOT'] satisfies Operator[];

interface Quoted {
  readonly text: string;
  readonly owed: string;
}

/** What a text consists of; offsets are UTF-16. */
export function partsOf(text: string): Part[] {
  const parts = [...text.matchAll(PART)].map(readPart);
  return parts.map((part, place) => {
    const operator = operatorAt(place, parts);
    const isTurned = place > 0 && operator === null && operatorAt(place - 1, parts) === 'NOT';
    return { ...part, operator, isWithout: part.isWithout || isTurned, filter: isTurned ? null : part.filter };
  });
}

/** In capitals, and not where it is all that is typed, or the beginning. */
function operatorAt(place: number, parts: readonly Omit<Part, 'operator'>[]): Operator | null {
  const { word, isWithout, filter, phrase } = parts[place] ?? {};
  if (isWithout || filter || phrase != null || !isOperator(word)) return null;
  return place < parts.length - 1 && (place > 0 || word === 'NOT') ? word : null;
}

function isOperator(word: string | undefined): word is Operator {
  return word !== undefined && OPERATORS.includes(word);
}

function readPart(found: RegExpExecArray): Omit<Part, 'operator'> {
  const { [GROUPS.minus]: minus = '', [GROUPS.name]: name, index: start } = found;
  const end = start + found[0].length;
  const quoted = quotedIn(found, name === undefined ? GROUPS.phrase : GROUPS.quotedValue);
  const value = (quoted?.text ?? found[GROUPS.value] ?? '').trim();
  const filter =
    name === undefined || minus !== '' ? null : { name: name.toLowerCase() as FilterName, value, start, end };
  // Nothing is filtered out: what is behind a minus is looked for as it stands.
  const word = name === undefined ? (found[GROUPS.word] ?? '') : found[0].slice(minus.length);
  const phrase = name === undefined ? (quoted?.text ?? null) : null;
  return { isWithout: minus !== '', filter, phrase, word, start, end, owed: quoted?.owed ?? '' };
}

/** What stands in marks of quotation of any kind, whose groups begin there. */
function quotedIn(found: readonly (string | undefined)[], first: number): Quoted | null {
  for (const [kind, closing] of CLOSING.entries()) {
    const text = found[first + 2 * kind];
    if (text !== undefined) return { text, owed: found[first + 2 * kind + 1] === '' ? closing : '' };
  }
  return null;
}
