import { glob, readFile } from 'node:fs/promises';
import { parseSync } from 'vite';

/** What a source file says in words: in its markup, and as keys of `_locales`. */
export interface SourceWords {
  /** Each string, and each template as a pattern that matches what can come of it. */
  readonly strings: readonly (string | RegExp)[];
  /** Words that people would read, in markup or in an attribute. */
  readonly written: readonly string[];
}

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

const READ_BY_PEOPLE = new Set(['title', 'aria-label', 'placeholder', 'alt', 'label']);
const LETTERS = /\p{L}{2,}/u;

/** Reads the sources of the extension that run in a browser, each with its path. */
export async function readSourceWords(): Promise<ReadonlyMap<string, SourceWords>> {
  const read = new Map<string, SourceWords>();
  for await (const path of glob(['{core,platform,components,entrypoints}/**/*.{ts,tsx}', 'wxt.config.ts']))
    read.set(path, wordsOf(path, await readFile(path, 'utf8')));
  return read;
}

export function wordsOf(path: string, source: string): SourceWords {
  const strings: (string | RegExp)[] = [];
  const written: string[] = [];
  for (const node of nodesOf(parseSync(path, source).program)) {
    if (node.type === 'Literal' && typeof node.value === 'string') strings.push(node.value.replace(/^__MSG_|__$/g, ''));
    if (node.type === 'TemplateLiteral') strings.push(patternOf(node));
    if (node.type === 'JSXText' && LETTERS.test(String(node.value))) written.push(String(node.value).trim());
    if (node.type === 'JSXAttribute' && READ_BY_PEOPLE.has(String((node.name as Node).name))) {
      const value = (node.value as Node | null)?.value;
      if (typeof value === 'string' && LETTERS.test(value)) written.push(value);
    }
  }
  return { strings, written };
}

function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && typeof value.type === 'string') yield value as Node;
  for (const part of Object.values(value)) yield* nodesOf(part);
}

function patternOf({ quasis }: Node): RegExp {
  const texts = (quasis as { readonly value: { readonly cooked: string } }[]).map(({ value }) =>
    value.cooked.replace(/\W/g, '\\$&'),
  );
  return new RegExp(`^${texts.join('[a-z_]+')}$`);
}
