import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILT } from '../scripts/browsers/launch.ts';

/** A folder of its own with what was built for each browser, to be changed by whoever asks and removed at the end. */
export async function copyBuilt(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `ifg-gloss-${name}-`));
  await cp(fileURLToPath(BUILT), folder, { recursive: true });
  return folder;
}
