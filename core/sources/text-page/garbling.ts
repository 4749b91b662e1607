/**
 * Repairs text that was UTF-8 but was read as Windows-1253, with the gaps of that table filled from
 * Windows-1252 and the bytes that neither defines (81, 8D, 8F, 90, 9D) lost. Such text stands amid clean
 * text, sometimes within one word, so each sequence is judged by itself.
 * The tables: https://encoding.spec.whatwg.org/#windows-1253 and #windows-1252.
 */

/** What 80 to BF became; a space stands for a byte that was lost. */
const CONTINUATIONS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž ' + ' ‘’“”•–—˜™š›œ žŸ' + '\u00a0΅Ά£¤¥¦§¨©ª«¬\u00ad®―' + '°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ';
const LOST_BYTES = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
/** C0 to FE became U+0390 to U+03CE, in order; D2 is a gap and came from Windows-1252. */
const GREEK_OFFSET = 0x2d0;
const UNKNOWN = '\ufffd';

const byteOfContinuation = new Map(
  [...CONTINUATIONS].flatMap((char, index) => (char === ' ' ? [] : [[char, 0x80 + index] as const])),
);

const MAY_BE_GARBLED = /[Β-τÒ]/;
/** Garbled text never has two lower-case Greek letters in a row, Greek text nearly always does. */
const GREEK_WORD = /[ά-ώ]{2}/;
const GREEK_LETTER = /[Ͱ-Ͽ]/;
const LATIN_WORD_AHEAD = /^[a-z]{3}/;
/** What people write that can have lost a byte: a closing quotation mark, emoji, and the 𝗯𝗼𝗹𝗱 of posts. */
const ORDINARY = /^(?:\ufe0f|[”\p{Emoji}\u{1d400}-\u{1d7ff}])$/u;
/** UTF-16 units of an emoji with its variation selector. */
const MAX_END_LENGTH = 3;
const MAX_KEPT = 2000;
/** In a Greek line a capital with one of these behind it is more likely just that: «Β», Γ’. */
const GREEK_PUNCTUATION = new Set('\u00a0΄’‘“”«»–—…·•');

/**
 * The line as its author wrote it. Where a lost byte leaves more than one possibility, the character
 * becomes U+FFFD; what was clean stays untouched. Takes any string; linear in its length.
 */
export function repairGarbling(line: string): string {
  if (!MAY_BE_GARBLED.test(line)) return line;
  const isGreek = GREEK_WORD.test(line);
  let repaired = '';
  let end = '';
  let rest = 0;
  for (let index = 0; index < line.length; index += 1) {
    const sequence = readSequence(line, index, isGreek, rest === index ? end : '');
    if (sequence === null) continue;
    const piece = line.slice(rest, index) + sequence.text;
    repaired += piece;
    end = (end + piece).slice(-MAX_END_LENGTH);
    index += sequence.length - 1;
    rest = index + 1;
  }
  return repaired + line.slice(rest);
}

interface Sequence {
  readonly text: string;
  /** In UTF-16 units of the garbled line. */
  readonly length: number;
}

/** `before` is the end of what was repaired directly before `index`, empty where a clean character stands there. */
function readSequence(line: string, index: number, isGreek: boolean, before: string): Sequence | null {
  const lead = leadByte(line.charCodeAt(index));
  if (lead === null || isWithinWord(line, index, before)) return null;
  const needed = continuationsAfter(lead);
  const bytes = [lead];
  while (bytes.length <= needed) {
    const byte = byteOfContinuation.get(line.charAt(index + bytes.length));
    if (byte === undefined) break;
    bytes.push(byte);
  }
  const missing = needed - (bytes.length - 1);
  if (missing === 0) return readWhole(bytes, isGreek && GREEK_PUNCTUATION.has(line.charAt(index + 1)));
  const after = line.slice(index + bytes.length, index + bytes.length + 3);
  const text = guessLost(bytes, missing, before, after);
  return text === null ? null : { text, length: bytes.length };
}

/** A letter of the lead's own script right before it: this is a word, and clean. */
function isWithinWord(line: string, index: number, before: string): boolean {
  if (before !== '' || index === 0) return false;
  const previous = line.charAt(index - 1);
  return line.charAt(index) === 'Ò' ? /\p{L}/u.test(previous) : GREEK_LETTER.test(previous);
}

function leadByte(code: number): number | null {
  if (code === 0xd2) return 0xd2;
  const byte = code - GREEK_OFFSET;
  return byte >= 0xc2 && byte <= 0xf4 && byte !== 0xd2 ? byte : null;
}

function continuationsAfter(lead: number): number {
  if (lead < 0xe0) return 1;
  return lead < 0xf0 ? 2 : 3;
}

function readWhole(bytes: readonly number[], isGreekText: boolean): Sequence | null {
  const text = decode(bytes);
  if (text === null || (isGreekText && bytes.length === 2)) return null;
  return { text, length: bytes.length };
}

function guessLost(bytes: readonly number[], missing: number, before: string, after: string): string | null {
  const [lead] = bytes;
  if (bytes.length === 1) return lead === 0xc3 && LATIN_WORD_AHEAD.test(after) ? UNKNOWN : null;
  if (missing > 1) return lead === 0xf0 && bytes[1] === 0x9f ? UNKNOWN : null;
  const candidates = candidatesFor(bytes);
  // Only a zero-width joiner stands between two emoji: "👩‍💻".
  if (candidates.includes('\u200d') && /\p{Emoji}\ufe0f?$/u.test(before) && /^[πβ]/.test(after)) return '\u200d';
  const likely = candidates.filter((text) => ORDINARY.test(text));
  if (likely.length === 1) return likely[0] ?? null;
  return likely.length > 1 ? UNKNOWN : null;
}

const knownCandidates = new Map<string, readonly string[]>();

function candidatesFor(bytes: readonly number[]): readonly string[] {
  const key = bytes.join(' ');
  const known = knownCandidates.get(key) ?? findCandidates(bytes);
  if (knownCandidates.size < MAX_KEPT) knownCandidates.set(key, known);
  return known;
}

function findCandidates(bytes: readonly number[]): string[] {
  const found = new Set<string>();
  for (let place = 1; place <= bytes.length; place += 1) {
    for (const lost of LOST_BYTES) {
      const text = decode([...bytes.slice(0, place), lost, ...bytes.slice(place)]);
      if (text !== null) found.add(text);
    }
  }
  return [...found];
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Null for bytes that are no character, or one that nobody writes (controls, private use, unassigned). */
function decode(bytes: readonly number[]): string | null {
  try {
    const text = utf8.decode(Uint8Array.from(bytes));
    return /^[\p{Cc}\p{Co}\p{Cn}]$/u.test(text) ? null : text;
  } catch {
    return null;
  }
}
