import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './find.ts';

/** Names the folder of the profile to whoever starts Firefox. */
const VARIABLE = 'FIREFOX_STARTED_PROFILE';

/**
 * Keeps a profile with which Firefox has started once, for this process and those that it starts: the first start with a
 * new one takes twice as long.
 */
export async function keepStartedProfile(): Promise<void> {
  const executablePath = findBrowser('firefox');
  const version = spawnSync(executablePath, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const kept = join('.cache', version.replaceAll(/\W+/g, '-'));
  if (!existsSync(kept)) {
    await mkdir('.cache', { recursive: true });
    const made = await mkdtemp(join(tmpdir(), 'ifg-gloss-profile-'));
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, userDataDir: made });
    await browser.close();
    await cp(made, `${kept}-${process.pid}`, { recursive: true });
    // Another run may have been quicker.
    await rename(`${kept}-${process.pid}`, kept).catch(() => rm(`${kept}-${process.pid}`, { recursive: true }));
    await rm(made, { recursive: true });
  }
  process.env[VARIABLE] = kept;
}

/** A copy of that profile, for one start; null where none is kept. Whoever asks removes it. */
export async function copyStartedProfile(): Promise<string | null> {
  const kept = process.env[VARIABLE];
  if (kept === undefined) return null;
  const copy = await mkdtemp(join(tmpdir(), 'ifg-gloss-profile-'));
  await cp(kept, copy, { recursive: true });
  return copy;
}
