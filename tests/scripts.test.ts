import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { describe, expect, test, vi } from 'vitest';
import { scripts } from '../package.json';

/** Benches work for some seconds before they print. */
vi.setConfig({ testTimeout: 60_000 });

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

test.each(Object.entries(scripts))('npm run %s runs under the Node of the lock file', (_, command) => {
  for (const part of command.split(' && ')) expect(part).toMatch(/^(?:node scripts\/run\.mjs |npm run |biome )/);
});

describe('nobody reads on: a quiet end', () => {
  test.each([
    [['feed.ts', 'seeds/drbenpaxton.txt']],
    [['resolve.ts', 'https://www.instituteforgovernment.org.uk/publication/whats-next-pfi']],
    [['../tests/bench/resolver.ts']],
  ])('%j', async (command) => {
    expect(await run(command, 'closed')).toEqual({ code: 0, said: '' });
  });
});

describe('wrong use: one sentence, and exit code 2', () => {
  test.each([
    [['nothing.ts'], 'scripts/nothing.ts does not exist.'],
    [['start.ts', '--opera'], "Unknown option '--opera'"],
    [['test.ts', 'tests/core'], "Unexpected argument 'tests/core'. This command does not take positional arguments"],
    [['lint-addon.ts', '--fix'], "Unknown option '--fix'"],
    [['earlier-version.ts', '0.1.0'], 'usage: npm run earlier-version -- VERSION COMMIT'],
    [['earlier-version.ts', '0.1.0', 'nothing'], 'nothing is no commit of this clone'],
    [['icons.ts', 'a.png', 'b.png'], 'usage: npm run icons [-- SHEET.png]'],
    [['pictures.ts', 'here', 'there'], 'usage: npm run pictures [-- [--firefox] [FOLDER]]'],
    [['store-pictures.ts', 'here'], "Unexpected argument 'here'"],
    [['zip.ts', 'here'], "Unexpected argument 'here'"],
    [['release.ts', 'v1.0.0', 'v2.0.0'], 'usage: npm run release [-- TAG]'],
    [['release.ts', 'v0.0.0'], 'The tag is v0.0.0, but package.json has version'],
    [['nothing'], 'No package has a command nothing.'],
    [['feed.ts'], 'usage: npm run --silent feed -- FILE'],
    [['feed.ts', 'seeds/nobody.txt'], 'seeds/nobody.txt: no such file or directory'],
    [['feed.ts', 'seeds'], 'seeds: illegal operation on a directory'],
    [['feed.ts', 'package.json'], 'package.json: line 1, column 1: expected the profile'],
    [['resolve.ts', '--feed', 'seeds/nobody.txt'], 'seeds/nobody.txt: no such file or directory'],
    [['resolve.ts', '--verbose'], "Unknown option '--verbose'"],
    [['../tests/bench/scanner.ts', '--opera'], "Unknown option '--opera'"],
    [['../tests/bench/resolver.ts', '--json'], "Unknown option '--json'"],
    [['../tests/bench/passages.ts', 'seeds'], "Unexpected argument 'seeds'"],
    [
      ['../tests/real-pages/real-pages.ts'],
      'usage: npm run real-pages -- FOLDER [--chrome|--firefox] [--links NUMBER] [--json]',
    ],
    [['../tests/real-pages/real-pages.ts', 'public'], 'There is no page in public.'],
    [['../tests/golden/write.ts', '--check'], "Unknown option '--check'"],
  ] as const)('%j', async (command, sentence) => {
    const { code, said } = await run(command, 'read');
    expect(said).toContain(sentence);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });
});

/** What a script ends with, and what it says to its user, when what it prints is read, or closed at once. */
async function run(command: readonly string[], output: 'read' | 'closed'): Promise<Ended> {
  const child = spawn(process.execPath, ['scripts/run.mjs', ...command], { stdio: ['ignore', 'pipe', 'pipe'] });
  if (output === 'closed') child.stdout.destroy();
  else child.stdout.resume();
  const code = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { said: await text(child.stderr), code: await code };
}
