import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const TOKENS = 'components/tokens.css';
/** Not those that stand beside the entry points: they draw pages of others, which have no tokens and no class of ours. */
const SCREENS = '{components,components/*,components/*/*,entrypoints/*}/*.css';

const sheets = new Map<string, string>();
for await (const path of glob(SCREENS)) {
  const css = await readFile(path, 'utf8');
  sheets.set(path.replaceAll('\\', '/'), css.replaceAll(/\/\*.*?\*\//gs, ''));
}
const screens = [...sheets].filter(([path]) => path !== TOKENS);

test.each(screens)('%s draws what has a class of ours, so that other sheets may stand beside it', (_, css) => {
  const bare = selectorsOf(css).filter(
    (each) => !each.startsWith('@') && !/^(?:\[dir="rtl"\] )?(?::is\()?(?:\.|:root|:host)/.test(each),
  );
  expect(bare).toEqual([]);
});

test.each(screens)('%s says start and end, so that it is right in either direction of writing', (_, css) => {
  const physical =
    /(?<![\w-])(?:(?:min-|max-)?(?:width|height)|top|right|bottom|left|(?:margin|padding|border)-(?:top|right|bottom|left)[\w-]*|(?:float|clear|text-align):\s*(?:left|right))(?=[:;])/g;
  expect(css.match(physical)).toBeNull();
  const sides = [...css.matchAll(/(?<![\w-])(?:margin|padding):\s*([^;]+);/g)].map(([, value = '']) => inParts(value));
  expect(sides.filter(([, right, , left = right]) => left !== right)).toEqual([]);
});

test('a class by itself is drawn by one sheet', () => {
  const drawn = screens.flatMap(([, css]) => [
    ...new Set(selectorsOf(css).flatMap((each) => /^\.[\w-]+(?=(?::[\w-]+)*$)/.exec(each) ?? [])),
  ]);
  expect(drawn.filter((name, index) => drawn.indexOf(name) !== index)).toEqual([]);
});

test('colours and shadows stand in one sheet', () => {
  // The card's box stands in the page, outside of the document that bears the tokens.
  const others = screens.filter(([path]) => path !== 'entrypoints/card/card-frame.css');
  for (const [path, css] of others)
    expect([path, css.match(/#[\da-f]{3,8}\b|\b(?:rgb|hsl|light-dark)\(/gi)]).toEqual([path, null]);
});

test('every token that is asked for is there, and every one that is there is asked for', () => {
  const there = [...(sheets.get(TOKENS) ?? '').matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name);
  const asked = [...sheets.values()].flatMap((css) => [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  expect([...new Set(asked)].sort()).toEqual(there.sort());
});

/** The selectors of all rules, and what stands before other blocks. */
function selectorsOf(css: string): readonly string[] {
  const rules = css.replaceAll(/@keyframes[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '');
  return [...rules.matchAll(/([^{};]+)\{/g)].flatMap(([, each = '']) => split(each.trim()));
}

/** The selectors of a list; commas in brackets part none. */
function split(list: string): readonly string[] {
  return list.split(/,\s*(?![^()]*\))/);
}

/** The parts of a value; spaces in brackets part none. */
function inParts(value: string): readonly string[] {
  return value.replaceAll(/var\((--[\w-]+)\)/g, '$1').split(/\s+(?![^()]*\))/);
}
