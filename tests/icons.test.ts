import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const ICONS = [16, 32, 48, 96, 128].map((size) => [`${size}.png`, size] as const);
const GREYED = [16, 32, 48].map((size) => [`off-${size}.png`, size] as const);

/** https://www.w3.org/TR/png-3/#11IHDR: width and height at bytes 16 and 20, colour type at 25; 6 has transparency. */
const COLOUR_WITH_ALPHA = 6;

test.each([...ICONS, ...GREYED])('icon/%s is %i pixels wide and high, and transparent around', async (name, size) => {
  const png = await readFile(new URL(`../public/icon/${name}`, import.meta.url));
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png.readUInt8(25)]).toEqual([size, size, COLOUR_WITH_ALPHA]);
});

test('each size of the greyed icon is a picture of its own', async () => {
  for (const size of [16, 32, 48]) {
    const [on, off] = await Promise.all(
      [`${size}.png`, `off-${size}.png`].map((name) => readFile(new URL(`../public/icon/${name}`, import.meta.url))),
    );
    expect(on?.equals(off ?? Buffer.alloc(0))).toBe(false);
  }
});
