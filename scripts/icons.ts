import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import puppeteer, { type Page } from 'puppeteer-core';
import { findBrowser } from './browsers/find.ts';
import { Refusal } from './refusal.ts';

/** `npm run icons [-- SHEET.png]`: draws the PNGs of `public/icon` from `docs/icon`, and a sheet to judge them by. */
const SOURCES = { 16: '16.svg', 32: '32.svg', 48: 'large.svg', 96: 'large.svg', 128: 'large.svg' } as const;
const TOOLBARS = ['#ffffff', '#f1f3f4', '#202124', '#2b2a33'];
const MAGNIFIED = 8;

type State = 'on' | 'off';

const { positionals } = parseArgs({ allowPositionals: true });
const [sheet] = positionals;
if (positionals.length > 1) throw new Refusal('usage: npm run icons [-- SHEET.png]');

const browser = await puppeteer.launch({
  executablePath: findBrowser('chrome'),
  args: ['--no-sandbox', '--force-color-profile=srgb'],
});
const page = await browser.newPage();
const drawn: string[] = [];
for (const [size, source] of Object.entries(SOURCES))
  for (const state of ['on', 'off'] as const) {
    // The greyed icon stands on toolbars only.
    if (state === 'off' && Number(size) > 48) continue;
    const png = await draw(page, await readFile(`docs/icon/${source}`, 'utf8'), Number(size), state);
    const name = state === 'on' ? `${size}.png` : `off-${size}.png`;
    await writeFile(`public/icon/${name}`, png);
    drawn.push(showIcon(png, Number(size)));
  }
if (sheet !== undefined) await drawCardContent(page, sheet);
await browser.close();

async function draw(canvas: Page, svg: string, size: number, state: State): Promise<Uint8Array> {
  await canvas.setViewport({ width: size, height: size });
  await canvas.setContent(`<body class="${state}" style="margin:0">${svg}<style>svg{display:block}</style>`);
  return canvas.screenshot({ omitBackground: true });
}

/** The sizes that toolbars show are magnified, so that each pixel can be judged. */
function showIcon(png: Uint8Array, size: number): string {
  const width = size <= 32 ? size * MAGNIFIED : size;
  return `<img width="${width}" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`;
}

/** Every icon on the browsers' toolbars. */
async function drawCardContent(canvas: Page, path: string): Promise<void> {
  await canvas.setViewport({ width: 1400, height: 4 * 300 });
  const bars = TOOLBARS.map((colour) => `<p style="background:${colour}">${drawn.join(' ')}</p>`);
  await canvas.setContent(`<style>*{margin:0}p{padding:16px}img{image-rendering:pixelated}</style>${bars.join('')}`);
  await canvas.screenshot({ path });
}
