import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { BUILT } from '../../scripts/browsers/launch.ts';

/** A folder that the extension is installed from, in an earlier version at first. */
export interface UpdatedFolder {
  /** The folder with what was built for each browser. */
  readonly built: URL;
  /** Puts what was built now in its place, as an update does; the browser hears of it when it installs it. */
  update(): Promise<void>;
  remove(): Promise<void>;
}

/** Lays down an earlier version as `npm run earlier-version` kept it; rejects where the archive is not that one. */
export async function unpackEarlier(version: string): Promise<UpdatedFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'ifg-gloss-update-'));
  await unpack(await readArchive(version), folder);
  return {
    built: pathToFileURL(`${folder}/`),
    async update() {
      for (const name of ['chrome-mv3', 'firefox-mv3']) {
        await rm(join(folder, name), { recursive: true });
        await cp(fileURLToPath(new URL(name, BUILT)), join(folder, name), { recursive: true });
        await raiseVersion(join(folder, name, 'manifest.json'));
      }
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

/** Until it is released, what is built has the version of before; Chromium then keeps the background's old script. */
async function raiseVersion(path: string): Promise<void> {
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { readonly version: string };
  await writeFile(path, JSON.stringify({ ...manifest, version: `${manifest.version}.1` }));
}

async function readArchive(version: string): Promise<Uint8Array> {
  const at = (extension: string) => new URL(`releases/${version}.${extension}`, import.meta.url);
  const archive = await readFile(at('zip'));
  const { sha256 } = JSON.parse(await readFile(at('json'), 'utf8')) as { readonly sha256: string };
  if (createHash('sha256').update(archive).digest('hex') !== sha256)
    throw new Error(`tests/e2e/releases/${version}.zip is not what ${version}.json names`);
  return archive;
}

async function unpack(archive: Uint8Array, folder: string): Promise<void> {
  for (const [path, content] of Object.entries(unzipSync(archive))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
