import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Files } from './pack.ts';

/** All files below a folder. */
export async function readFolder(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return readFiles(
    folder,
    files.map((entry) => relative(folder, join(entry.parentPath, entry.name))),
  );
}

/** Files of a folder. Paths in an archive have slashes, whatever the machine's have. */
export async function readFiles(folder: string, paths: readonly string[]): Promise<Files> {
  const read = async (path: string) => [path.replaceAll('\\', '/'), await readFile(join(folder, path))] as const;
  return new Map(await Promise.all(paths.map(read)));
}
