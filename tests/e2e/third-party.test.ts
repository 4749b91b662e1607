import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { build } from 'wxt';

vi.setConfig({ testTimeout: 60_000 });

/** Whose code a source map leads to; what the bundler's tools add has none, and a comment in a build that is not minified. */
const OF_PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/;
const OF_TOOL = /^\s*\/\/ \\0(?:virtual:)?(\w+)/gm;
const NAMED = /^-{80}\n\n(\S+) (\S+), licence (\S+)\nSource: https:\/\/(?:github\.com|tangled\.org)\/\S+\n\n\S/gm;

describe.each(['chrome', 'firefox'] as const)('in the build for %s', async (browser) => {
  const folder = await mkdtemp(join(tmpdir(), 'ifg-gloss-'));
  const built = join(folder, `${browser}-mv3`);
  afterAll(() => rm(folder, { recursive: true }));

  test('each package whose code is in it is named with its licence, and no other', async () => {
    // WXT draws its progress there.
    const drawn = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    await build({
      browser,
      manifestVersion: 3,
      outDir: folder,
      logger: SILENT,
      vite: () => ({ build: { minify: false, sourcemap: true } }),
    });
    drawn.mockRestore();
    const text = await readFile(join(built, 'THIRD-PARTY.txt'), 'utf8');
    const named = [...text.matchAll(NAMED)];
    expect(named.map(([, name]) => name)).toEqual(await readPackages(built));
    for (const [, name, version, license] of named)
      expect(JSON.parse(await readFile(`node_modules/${name}/package.json`, 'utf8'))).toMatchObject({
        version,
        license,
      });
    expect(text).toContain('Copyright (c) 2015-present Jason Miller');
    expect(text).toContain('Mozilla Public License Version 2.0');
  });
});

/** The packages whose code a build holds, each once, in order. */
async function readPackages(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true });
  const read = (end: string) =>
    Promise.all(files.filter((name) => name.endsWith(end)).map((name) => readFile(join(folder, name), 'utf8')));
  const sources = (await read('.js.map')).flatMap((map) => (JSON.parse(map) as { sources: string[] }).sources);
  const packages = sources.flatMap((source) => OF_PACKAGE.exec(source)?.[1] ?? []);
  const tools = (await read('.js')).flatMap((script) =>
    [...script.matchAll(OF_TOOL)].flatMap(([, tool]) => tool ?? []),
  );
  return [...new Set([...packages, ...tools])].sort();
}

const say = () => undefined;
const SILENT = { debug: say, log: say, info: say, warn: say, error: say, fatal: say, success: say, level: 0 };
