import type { Found } from '../core/protocol/search.ts';

/** A text with the words that were found in it marked. */
export function Marked({ text, ranges }: Pick<Found, 'text' | 'ranges'>) {
  const ends = [0, ...ranges.map(([, end]) => end)];
  return (
    <>
      {ranges.map(([start, end], index) => [
        text.slice(ends[index], start),
        <mark key={start} class="found">
          {text.slice(start, end)}
        </mark>,
      ])}
      {text.slice(ends.at(-1))}
    </>
  );
}
