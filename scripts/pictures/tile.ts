import { readFile } from 'node:fs/promises';

export const TILE = { width: 440, height: 280 };

/** The page that the stores' small tile is a picture of: the icon, the name, and a marked link. */
export async function tilePage(): Promise<string> {
  const icon = await readFile('docs/icon/large.svg', 'utf8');
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; display: grid; place-content: center; gap: 26px; height: 280px; color: #1c2427; background: #f5f7f6; font-family: "Liberation Sans", Arial, sans-serif }
header { display: flex; align-items: center; gap: 20px; font: 700 52px "Liberation Serif", Georgia, serif; letter-spacing: -.01em }
svg { width: 88px; height: 88px }
p { margin: 0; font-size: 22px; line-height: 1.5; text-align: center }
i { font-style: normal; color: #0b5d5b; text-decoration: underline double 1.5px; text-underline-offset: 4px }
</style><body class="on"><header>${icon}IfG Gloss</header><p>What was said about<br><i>the report that a page links to</i></p>`;
}
