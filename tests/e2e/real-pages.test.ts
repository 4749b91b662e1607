import { spawn } from 'node:child_process';
import { json } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import type { Row } from '../real-pages/table.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What a page spoils at each link that is put in, as it is to be missed. */
const SPOILT = [
  /^marks: put-heading: the link has no mark/,
  /^seen: put-plain: the mark is not to be seen/,
  /^card: put-list: no card opens/,
  /^card: put-table: the card cannot be pointed at everywhere/,
  /^errors: 1 in all: .*a mark was seen/,
  /^tree: 2 in all: .*put-button/,
  /^shift: 1 in all: .*put-wrapped/,
];

test.each(['chrome', 'firefox'])('each check misses what a page spoils, in %s', async (name) => {
  const command = ['../tests/real-pages/real-pages.ts', 'tests/real-pages/spoilt', `--${name}`, '--json'];
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const child = spawn(process.execPath, ['scripts/run.mjs', ...command], { stdio: [...stdio] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const [{ rows }] = (await json(child.stdout)) as [{ readonly rows: readonly Row[] }];
  expect(await ended).toBe(1);
  const said = rows.flatMap(({ misses }) => misses.map(({ check, place, why }) => `${check}: ${place}: ${why}`));
  for (const spoilt of SPOILT) expect(said).toContainEqual(expect.stringMatching(spoilt));
});
