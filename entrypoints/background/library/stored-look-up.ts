import type { SearchResults } from '../../../core/protocol/look-up.ts';
import { byShown } from '../../../core/recognise/keys.ts';
import { listPublications } from '../../../core/search/list-publications.ts';
import { foundAsShown } from '../../../core/search/look-up.ts';
import { MAX_SHOWN } from '../../../core/search/look-up-words.ts';
import { readMeta } from './meta.ts';
import type { Reading } from './schema.ts';

/** The publications that most is said about, the Institute's own first. */
export async function listAll(reading: Reading): Promise<SearchResults> {
  const rows = await reading.objectStore('publications').index('rank').getAll(null, MAX_SHOWN);
  const total = (await readMeta(reading, 'publications')) ?? 0;
  const items = rows.map(({ publication, posts }) => ({ publication, posts, foundIn: [] }));
  return listPublications(items, { total, inLibrary: null });
}

/** The publications that posts show with a shortened address, given as its key. */
export async function findShown(reading: Reading, key: string, inLibrary: number): Promise<SearchResults> {
  const rows = await reading.objectStore('publications').index('keys').getAll(byShown(key));
  const items = rows
    .sort((a, b) => a.rank[2] - b.rank[2] || a.rank[3] - b.rank[3])
    .map(({ publication, posts }) => ({ publication, posts, foundIn: foundAsShown(publication, key) }));
  return listPublications(items.slice(0, MAX_SHOWN), { total: items.length, inLibrary });
}
