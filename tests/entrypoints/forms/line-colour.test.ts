import { expect, test } from 'vitest';
import { isOpaque } from '../../../entrypoints/forms/line-colour.ts';

test.each([
  ['rgb(0, 0, 0)', true],
  ['rgba(0, 0, 0, 0)', false],
  ['rgba(255, 255, 255, 0.5)', true],
  ['rgba(255, 255, 255, 0.02)', false],
  ['color(srgb 1 1 1 / 0)', false],
  ['color(display-p3 0.2 0.1 0)', true],
  ['oklch(0.7 0.1 200 / 0.03)', false],
  ['lab(50 0 0 / 1e-7)', false],
  ['oklab(0.5 0 0)', true],
])('%s is seen: %s', (colour, seen) => {
  expect(isOpaque(colour)).toBe(seen);
});
