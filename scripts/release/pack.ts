import { type ZipOptions, zipSync } from 'fflate';

/** What an archive holds, by its path in it. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * The same bytes on every machine: the order is that of the paths' code units, the time is one that zone and clock do not
 * change (an archive tells local time, from 1980 on), and what compresses is no part of the machine.
 */
export function pack(files: Files): Uint8Array {
  const options: ZipOptions = { level: 9, mtime: new Date(1980, 0, 1, 12) };
  const paths = [...files.keys()].sort();
  return zipSync(Object.fromEntries(paths.map((path) => [path, [files.get(path) ?? new Uint8Array(), options]])));
}
