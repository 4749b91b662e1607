import type { Span } from './sentences.ts';

/** Soft hyphens, spaces without width, and whatever else is in a text and is not seen. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}+/gu;

/** A text without what is not seen in it. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

/**
 * A text without what is not seen in it, and how a stretch of that lies in the text as it stands; both in UTF-16 units.
 * Linear in the text's length.
 */
export function seenText(text: string): { readonly text: string; readonly spanOf: (seen: Span) => Span } {
  const gaps = [...text.matchAll(UNSEEN)];
  if (gaps.length === 0) return { text, spanOf: (span) => span };
  const places: number[] = [];
  let from = 0;
  for (const { index, 0: gap } of gaps) {
    for (let at = from; at < index; at += 1) places.push(at);
    from = index + gap.length;
  }
  for (let at = from; at < text.length; at += 1) places.push(at);
  return {
    text: withoutUnseen(text),
    spanOf: ({ start, end }) => ({ start: places[start] ?? text.length, end: (places[end - 1] ?? -1) + 1 }),
  };
}
