import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Room for a profile and what its browser writes. */
const SIZE = '400m';
const BLOCK = Buffer.alloc(65_536);
/** Milliseconds; browsers delete files of their own. */
const FILL_AGAIN = 20;

/** A small disk of its own, which can be filled. */
export interface SmallDisk {
  /** A folder on it. */
  readonly folder: string;
  /** Leaves no room, also where some is let go of, until it is emptied. */
  fill(): Promise<void>;
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
  let isFilled = Promise.resolve();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    folder,
    async fill() {
      await fillUp(filling);
      timer = setInterval(() => {
        isFilled = isFilled.then(() => fillUp(filling));
      }, FILL_AGAIN);
    },
    async empty() {
      clearInterval(timer);
      await isFilled;
      await rm(filling);
    },
    async remove() {
      await run('umount', [root]);
      await rm(root, { recursive: true });
    },
  };
}

/** Makes a file as large as there is room for. */
async function fillUp(path: string): Promise<void> {
  const file = await open(path, 'a');
  // The last pieces are small, so that no room is left.
  for (let size = BLOCK.length; size >= 1; )
    await file.write(BLOCK, 0, size).catch(() => {
      size = Math.floor(size / 2);
    });
  await file.close();
}
