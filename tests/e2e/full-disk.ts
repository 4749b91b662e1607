import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Room for a profile and what its browser writes. */
const SIZE = '400m';
const BLOCK = Buffer.alloc(65_536);

/** A small disk of its own, which can be filled. */
export interface SmallDisk {
  /** A folder on it. */
  readonly folder: string;
  fill(): Promise<void>;
  /** Makes room again. */
  empty(): Promise<void>;
  remove(): Promise<void>;
}

/** Null where this machine lets nobody mount one: that is for its administrator, on Linux. */
export async function mountSmallDisk(): Promise<SmallDisk | null> {
  const root = await mkdtemp(join(tmpdir(), 'ifg-gloss-disk-'));
  const isMounted = await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', root]).then(
    () => true,
    () => false,
  );
  if (!isMounted) {
    await rm(root, { recursive: true });
    return null;
  }
  const folder = join(root, 'profile');
  await mkdir(folder);
  const filling = join(root, 'filling');
  return {
    folder,
    async fill() {
      const file = await open(filling, 'w');
      // The last pieces are small, so that no room is left.
      for (let size = BLOCK.length; size >= 1; )
        await file.write(BLOCK, 0, size).catch(() => {
          size = Math.floor(size / 2);
        });
      await file.close();
    },
    empty: () => rm(filling),
    async remove() {
      await run('umount', [root]);
      await rm(root, { recursive: true });
    },
  };
}
