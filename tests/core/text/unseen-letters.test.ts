import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seenText, withoutUnseen } from '../../../core/text/unseen-letters.ts';

const UNSEEN = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u061c', '\u{e0041}'];
const pieces = fc.array(fc.constantFrom('a', ' ', 'é', '😀', '.', ...UNSEEN)).map((parts) => parts.join(''));

test('a text is what is seen of it', () => {
  expect(withoutUnseen(`out${UNSEEN.join('')}come`)).toBe('outcome');
  expect(seenText(`out${UNSEEN.join('')}come`).text).toBe('outcome');
});

test('a stretch of what is seen begins and ends in the text at the same letters', () => {
  fc.assert(
    fc.property(pieces, fc.nat(), fc.nat(), (text, one, other) => {
      const { text: seen, spanOf } = seenText(text);
      const from = Math.min(one, other) % (seen.length + 1);
      const end = Math.max(from, Math.max(one, other) % (seen.length + 1));
      fc.pre(from < end);
      const span = spanOf({ start: from, end });
      const stretch = text.slice(span.start, span.end);
      expect(withoutUnseen(stretch)).toBe(seen.slice(from, end));
      expect(stretch).toBe(
        stretch.replace(/^\p{Default_Ignorable_Code_Point}+|\p{Default_Ignorable_Code_Point}+$/gu, ''),
      );
    }),
  );
});
