import { spawn } from 'node:child_process';
import { json } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import type { Row } from '../real-pages/table.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Pages that spoil one thing each, by the names of what is missed in them; in one the card comes and cannot be met. */
const SPOILT: Readonly<Record<string, string>> = {
  'covered-card': 'card: the card cannot be pointed at everywhere',
  errors: 'errors: + a mark was seen',
  marks: 'marks: the link has no mark',
  'no-card': 'card: no card opens',
  seen: 'seen: the mark is not to be seen',
  shift: 'shift: <a id="put-plain"> at',
  tree: 'tree: + <a id="put-plain"',
};

test.each(['chrome', 'firefox'])('what a page spoils is missed in %s, and nothing else', async (name) => {
  const command = [
    'scripts/run.mjs',
    '../tests/real-pages/real-pages.ts',
    'tests/real-pages/spoilt',
    `--${name}`,
    '--json',
  ];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const [{ rows }] = (await json(child.stdout)) as [{ readonly rows: readonly Row[] }];
  expect(await ended).toBe(1);
  expect(rows.map(({ page }) => page)).toEqual(Object.keys(SPOILT));
  for (const { page, misses } of rows) {
    const said = misses.map(({ check, why }) => `${check}: ${why}`);
    expect(said, page).not.toEqual([]);
    for (const each of said) expect(each, page).toContain(SPOILT[page]);
  }
});
