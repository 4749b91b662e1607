import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BundledIndex } from '../../core/model/feed.ts';
import { type Network, startNetwork } from './network.ts';
import { createSeedAccount, type SeedAccount } from './seed-account.ts';

const run = promisify(execFile);
let network: Network;
let seed: SeedAccount;
/** A copy of the project, whose seeds are its own. */
let copy: string;

beforeAll(async () => {
  network = await startNetwork();
  seed = await createSeedAccount(network);
  await network.processAll();
  copy = await mkdtemp(join(tmpdir(), 'ifg-gloss-seeds-'));
  for (const folder of ['core', 'platform', 'scripts', 'seeds', 'package.json', 'package-lock.json'])
    await cp(folder, join(copy, folder), { recursive: true });
  await symlink(resolve('node_modules'), join(copy, 'node_modules'));
}, 120_000);
afterAll(async () => {
  await network.stop();
  await rm(copy, { recursive: true });
});

const seeds = (...args: string[]) =>
  run(process.execPath, ['scripts/run.mjs', 'seeds.ts', ...args, '--app-view', network.appView], { cwd: copy });
const readText = (name: string) => readFile(join(copy, 'seeds', name), 'utf8');
async function readIndex(): Promise<BundledIndex> {
  const print = "import('./scripts/bundled-index.ts').then(async (all) => console.log(await all.buildBundledIndex()))";
  const { stdout } = await run(process.execPath, ['-e', print], { cwd: copy, maxBuffer: 50_000_000 });
  return JSON.parse(stdout) as BundledIndex;
}

test('an account is added as a file with one post a line, whose feed says when it was read', async () => {
  await seeds('add', seed.account.handle);
  const text = await readText(`${seed.account.handle}.json`);
  expect(text.split('\n').filter((line) => line.startsWith('{"uri"'))).toHaveLength(JSON.parse(text).posts.length);
  const today = new Date().toISOString().slice(0, 10);
  expect((await readIndex()).feeds.map(({ id, asOf }) => [id, asOf])).toEqual([
    ['text-page:drbenpaxton.bsky.social', '2025-11-11'],
    [`bluesky:${seed.account.did}`, today],
  ]);
});

test('what has changed is read anew, and a diff shows that alone', async () => {
  const before = (await readText(`${seed.account.handle}.json`)).split('\n');
  const [added] = await seed.account.post({
    text: 'See instituteforgovernment.org.uk',
    createdAt: new Date().toISOString(),
    embed: {
      $type: 'app.bsky.embed.external',
      external: { uri: 'https://www.instituteforgovernment.org.uk/publication/a', title: 'A', description: '' },
    },
  });
  await network.processAll();
  await seeds('refresh');
  const after = (await readText(`${seed.account.handle}.json`)).split('\n');
  const fresh = after.filter((line) => line.startsWith('{"uri"') && !before.includes(line));
  expect(fresh).toHaveLength(1);
  expect(fresh[0]).toContain(added?.uri);
});

test('with the page of the same account it is one feed, under the id of the page', async () => {
  const file = JSON.parse(await readText(`${seed.account.handle}.json`));
  const renamed = { ...file, profile: { ...file.profile, handle: 'drbenpaxton.bsky.social' } };
  await writeFile(join(copy, 'seeds', `${seed.account.handle}.json`), JSON.stringify(renamed));
  const { feeds } = await readIndex();
  expect(feeds.map(({ id }) => id)).toEqual(['text-page:drbenpaxton.bsky.social']);
  expect(feeds[0]?.recommendations).toHaveLength(14);
});

test('a repository is imported as it is read from the network', async () => {
  await rm(join(copy, 'seeds', `${seed.account.handle}.json`));
  const answer = await fetch(network.repoAddress(seed.account.did));
  const car = join(copy, 'repo.car');
  await writeFile(car, Buffer.from(await answer.arrayBuffer()));
  const { stdout } = await seeds('import', car);
  expect(stdout).toMatch(/posts of Ben Paxton, new/);
});

test.each([
  [['add', 'nobody.test'], /not found/i],
  [['add', 'two words'], /names no account/],
  [['import', 'package.json'], /package\.json/],
  [['sow'], /usage/],
])('%j ends with a reason, and nothing is written', async (args, reason) => {
  await expect(seeds(...args)).rejects.toMatchObject({ code: 2, stderr: expect.stringMatching(reason) });
});
