import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OLDEST } from './browsers/oldest.ts';
import { Refusal } from './refusal.ts';

/**
 * `npm run oldest [-- FILE...]`: runs the end-to-end tests in the oldest browsers that the README promises, as far as
 * Debian has them beside its newest ones. What is built is tested; nothing is installed on the machine.
 */
const FOLDER = resolve('.cache/oldest');
const PACKAGES = { chrome: ['chromium', 'chromium-common'], firefox: ['firefox-esr'] } as const;

if (!existsSync('/usr/bin/apt-get'))
  throw new Refusal('The oldest browsers are taken from Debian, which this machine is not.');
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const [browser, packages] of Object.entries(PACKAGES)) {
  for (const name of packages) {
    const version = findVersion(name, OLDEST[browser as keyof typeof PACKAGES]);
    execFileSync('apt-get', ['download', '-qq', `${name}=${version}`], { cwd: FOLDER, stdio: 'inherit' });
    console.log(`${name} ${version}`);
  }
}
for (const file of readdirSync(FOLDER)) execFileSync('dpkg', ['-x', file, '.'], { cwd: FOLDER });
const { status } = spawnSync('vitest', ['run', '--project', 'e2e', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    CHROME_PATH: join(FOLDER, 'usr/lib/chromium/chromium'),
    FIREFOX_PATH: join(FOLDER, 'usr/lib/firefox-esr/firefox-esr'),
  },
});
process.exit(status ?? 1);

/** Throws where Debian has the package in other versions only. */
function findVersion(name: string, major: string): string {
  const listed = execFileSync('apt-cache', ['madison', name], { encoding: 'utf8' });
  const versions = listed.split('\n').map((line) => line.split('|')[1]?.trim() ?? '');
  const found = versions.find((version) => version.startsWith(`${major}.`));
  if (found === undefined) throw new Refusal(`Debian has no ${name} ${major} here.`);
  return found;
}
