import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const STYLES = ['mark.css', 'mark-forms.css', 'text-mark.css'];

test.each(STYLES)('%s says nothing of print, and nothing that takes room', async (name) => {
  const css = await readFile(new URL(`../../entrypoints/${name}`, import.meta.url), 'utf8');
  const rules = css.replaceAll(/\/\*.*?\*\//gs, '');
  const outside = rules.replaceAll(/@media screen[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '');
  expect(outside.replaceAll(/@supports \([^)]*\) \{\s*\}/g, '').trim()).toBe('');
  // What a sign is itself stands out of the page's flow.
  const ofPage = rules.replaceAll(/[^{}]*::(?:before|after) \{[^{}]*\}/g, '');
  const room =
    /(?<![\w-])(?:display|position|float|margin|padding|border|width|height|font|line-height|content|all)[\w-]*:/;
  expect(ofPage.match(room)).toBeNull();
});
