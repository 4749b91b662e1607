import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

const text = await readFile('docs/threat-model.md', 'utf8');
const NAMED = /`(tests\/[\w./-]+)`: “((?:[^“”]|“[^“”]*”)+)”/g;
const named = [...text.matchAll(NAMED)].map(([, file = '', title = '']) => [file, title] as const);

describe('the threat model', () => {
  test('names a test in each row that is held by one', () => {
    const rows = text.split('\n').filter((line) => /^\| (?!-|.*\| held by)/.test(line));
    const unnamed = rows.filter((row) => !/`tests\//.test(row) && !/\| nothing: see below +\|$/.test(row));
    expect(unnamed).toEqual([]);
    expect(rows.length).toBeGreaterThan(40);
  });

  test('names each file with a title', () => {
    expect(text.match(/`tests\//g)).toHaveLength(named.length);
  });

  test.each(named)('%s has “%s”', async (file, title) => {
    expect(existsSync(file)).toBe(true);
    const source = await readFile(file, 'utf8');
    expect(["'", '"', '`'].some((quote) => source.includes(`${quote}${title}${quote}`))).toBe(true);
  });
});
