import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Refusal } from '../refusal.ts';
import { OLDEST } from './oldest.ts';

export type BrowserName = 'chrome' | 'firefox';

interface Known {
  readonly variable: string;
  readonly paths: readonly string[];
  readonly debianPackage: string;
  readonly called: string;
}

const KNOWN: Readonly<Record<BrowserName, Known>> = {
  chrome: {
    variable: 'CHROME_PATH',
    paths: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/usr/bin/google-chrome-stable',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      `${process.env.LOCALAPPDATA}\\Google\\Chrome\\Application\\chrome.exe`,
    ],
    debianPackage: 'chromium',
    called: `Chromium or Chrome ${OLDEST.chrome} or newer`,
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    paths: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debianPackage: 'firefox-esr',
    called: `Firefox ${OLDEST.firefox} or newer`,
  },
};

/** The path of an installed browser; installs the Debian package where that can be done, else throws what to install. */
export function findBrowser(name: BrowserName): string {
  const known = KNOWN[name];
  const installed = lookFor(known);
  if (installed !== null) return installed;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`${known.called} is missing: installing the Debian package ${known.debianPackage} …`);
    const quiet: SpawnSyncOptions = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', known.debianPackage, 'fonts-liberation'],
      quiet,
    );
  }
  const found = lookFor(known);
  if (found === null) throw new Refusal(`Install ${known.called}, or set ${known.variable} to where it is.`);
  return found;
}

function lookFor({ variable, paths }: Known): string | null {
  const named = process.env[variable];
  return [...(named === undefined ? [] : [named]), ...paths].find((path) => existsSync(path)) ?? null;
}
