import { openAsBlob } from 'node:fs';
import { relative } from 'node:path';
import { keptFetched } from '../core/sources/bluesky/kept.ts';
import type { ImportFault, ImportPlace } from '../core/sources/import-state.ts';
import { readImport } from '../core/sources/read-import.ts';
import type { SeedFile } from '../core/sources/seed-file.ts';
import { Refusal } from './refusal.ts';

/** Reads an account from a file that holds its posts, as the extension does. Throws with file and place where it cannot. */
export async function importAccount(file: string, keep: SeedFile['keep']): Promise<SeedFile> {
  const found = await readImport(await openAsBlob(file), () => {});
  if (!found.ok) throw new Refusal(`${relative('.', file)}: ${describe(found.error)}`);
  if (found.value.kind === 'text')
    throw new Refusal(`${relative('.', file)}: a page that was saved as text goes into seeds/ as it is.`);
  const { account, posts: all } = found.value;
  const posts = [...all];
  const { did, profile } = account;
  // The file says no more of when it was written.
  const readAt = (
    posts
      .map(({ post }) => post.time)
      .sort()
      .at(-1) ?? ''
  ).slice(0, 10);
  return { did, profile, keep, readAt, posts: keptFetched(posts, did, keep) };
}

function describe({ kind, place }: ImportFault): string {
  return place === null ? kind : `${kind} at ${describePlace(place)}`;
}

function describePlace(place: ImportPlace): string {
  switch (place.kind) {
    case 'byte':
      return `byte ${place.byte}`;
    case 'record':
      return place.key;
    case 'line':
      return `line ${place.line}, column ${place.column}`;
    case 'field':
      return place.path;
  }
}
