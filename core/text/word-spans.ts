import type { Span } from './sentences.ts';
import { APOSTROPHES, DOTTED, GROUPED, plainLetters, WORD } from './words.ts';

/** A word as `wordsOf` gives it, and where the text has it, in UTF-16 units. */
export interface WordSpan extends Span {
  readonly word: string;
}

/** The words of a text as `wordsOf` gives them, each with its place. Linear in the text's length. */
export function wordSpansOf(text: string): WordSpan[] {
  let letters = takeApart(text);
  // In this order, as `wordsOf` does it.
  letters = without(letters, APOSTROPHES);
  letters = { ...letters, text: letters.text.toLowerCase() };
  letters = without(letters, DOTTED, 1);
  letters = without(letters, GROUPED);
  return [...letters.text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    start: letters.starts[index] ?? 0,
    end: letters.ends[index + word.length - 1] ?? 0,
  }));
}

/** A text made from another, and which stretch of that each of its UTF-16 units stands for. */
interface Letters {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const LAST_PLAIN = '\x7f';

/** Letters without their accents, which belong to the letter before. */
function takeApart(text: string): Letters {
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const letter of text) {
    const end = start + letter.length;
    // Most letters are plain ones, and taking each of them apart takes most of the time.
    const parts = letter <= LAST_PLAIN ? letter : plainLetters(letter);
    if (parts === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (let unit = 0; unit < parts.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
    plain += parts;
    start = end;
  }
  return { text: plain, starts, ends };
}

/** Without what a pattern finds; of that, the first `kept` units stay. */
function without({ text, starts, ends }: Letters, pattern: RegExp, kept = 0): Letters {
  const cuts = [...text.matchAll(pattern)];
  if (cuts.length === 0) return { text, starts, ends };
  let from = 0;
  const spans: Span[] = [];
  for (const { 0: cut, index } of cuts) {
    spans.push({ start: from, end: index + kept });
    from = index + cut.length;
  }
  spans.push({ start: from, end: text.length });
  return {
    text: spans.map(({ start, end }) => text.slice(start, end)).join(''),
    starts: spans.flatMap(({ start, end }) => starts.slice(start, end)),
    ends: spans.flatMap(({ start, end }) => ends.slice(start, end)),
  };
}
