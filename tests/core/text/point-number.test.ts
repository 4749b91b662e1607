import { expect, test } from 'vitest';
import { readNumber } from '../../../core/text/point-number.ts';

/** Each row of signs: its first and its last, what these are, and what stands behind it and is no number of it. */
test.each([
  ['①', 1, '⑳', 20, '⓪'],
  ['㉑', 21, '㉟', 35, '㉐'],
  ['㊱', 36, '㊿', 50, '㊰'],
  ['❶', 1, '❿', 10, '➔'],
  ['⓫', 11, '⓴', 20, 'ⓩ'],
  ['➀', 1, '➉', 10, '➔'],
  ['➊', 1, '➓', 10, '➔'],
  ['⓵', 1, '⓾', 10, '⓿'],
  ['⑴', 1, '⒇', 20, '⒜'],
  ['⒈', 1, '⒛', 20, '⒜'],
  ['🄂', 1, '🄊', 9, '🄋'],
  ['🔟', 10, '🔟', 10, '🔠'],
] as const)('%s is %i, %s is %i, and %s is none', (first, one, last, other, beyond) => {
  expect(readNumber(`${first} Buy better`)).toEqual({ number: one, text: 'Buy better', isCertain: true });
  expect(readNumber(`${last} Buy better`)).toEqual({ number: other, text: 'Buy better', isCertain: true });
  expect(readNumber(`${beyond} Buy better`)).toBeNull();
});
