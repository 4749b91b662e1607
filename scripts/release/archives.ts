import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Refusal } from '../refusal.ts';
import { type Files, pack } from './pack.ts';
import { readFiles, readFolder } from './read-folder.ts';

export interface Archive {
  readonly name: string;
  readonly content: Uint8Array;
}

/**
 * What was built for each browser, and the sources that it is built from: all that git has of them in the folder, and what
 * is not committed yet. Throws where a browser's build is missing.
 */
export async function makeArchives(root: string): Promise<readonly Archive[]> {
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Package;
  const parts = [
    ['chrome', await readBuild(root, 'chrome')],
    ['firefox', await readBuild(root, 'firefox')],
    ['sources', await readFiles(root, listSources(root))],
  ] as const;
  return parts.map(([part, files]) => ({ name: `${name}-${version}-${part}.zip`, content: pack(files) }));
}

interface Package {
  readonly name: string;
  readonly version: string;
}

async function readBuild(root: string, browser: string): Promise<Files> {
  const folder = join(root, `.output/${browser}-mv3`);
  if (!existsSync(folder)) throw new Refusal(`${relative(root, folder)} does not exist: run "npm run build" first.`);
  return readFolder(folder);
}

function listSources(root: string): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}
