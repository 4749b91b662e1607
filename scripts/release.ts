import { execFileSync, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Refusal } from './refusal.ts';
import { readChangelog, unwrap } from './release/changelog.ts';
import { releaseFault } from './release/release-fault.ts';

/**
 * `npm run release [-- TAG]`: makes what is published of a version: what `npm run zip` makes, of what is committed, and the
 * changelog's part as `.output/release-notes.md`. Publishes nothing.
 */
const NOTES = '.output/release-notes.md';

const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.length > 1) throw new Refusal('usage: npm run release [-- TAG]');
const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
const [tag = `v${version}`] = positionals;
const changelog = await readFile('CHANGELOG.md', 'utf8');
const fault = releaseFault({ tag, version, changelog, changed: listChanged() });
if (fault !== null) throw new Refusal(fault);

const { status } = spawnSync('npm run zip', { shell: true, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
const text = readChangelog(changelog).find((part) => part.version === version)?.text ?? '';
await writeFile(NOTES, `${unwrap(text)}\n`);
console.log(`${NOTES} is the text of ${tag}.`);

function listChanged(): readonly string[] {
  const lines = execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line !== '').map((line) => line.slice(3));
}
