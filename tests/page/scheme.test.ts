import { expect, test } from 'vitest';
import { brightnessOf } from '../../page/scheme.ts';

test.each([
  ['rgb(0, 0, 0)', 0],
  ['rgb(255, 255, 255)', 1],
  ['rgba(128, 128, 128, 0.9)', 0.5],
  ['color(srgb 0.5 0.5 0.5)', 0.5],
  ['color(display-p3 1 1 1 / 0.6)', 1],
  ['oklch(0.6 0 none)', 0.5],
  ['oklch(0.208 0.042 265.755)', 0.12],
  ['oklab(0.985 -0.001 0.002)', 0.98],
  ['lab(53.4 0 0)', 0.53],
  ['lch(none 0 none)', 0],
])('%s is as bright as %s', (colour, brightness) => {
  expect(brightnessOf(colour)).toBeCloseTo(brightness, 1.5);
});

test.each(
  [
    ['', 'transparent', 'rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0.4)', 'oklab(0.2 0 0 / 0.3)', 'color(srgb 0 0 0 / 0)'],
  ].flat(),
)('%j lets through what is behind it', (colour) => {
  expect(brightnessOf(colour)).toBeNull();
});
