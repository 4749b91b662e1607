import { hashOf } from '../text/hash.ts';

const MOST_LETTERS = 60;
const HASH_LENGTH = 6;

/**
 * A file's name of a title: small ASCII letters, digits and hyphens, without an ending. With an id it is the same whenever
 * it is made, and another for another id; it is no name that a system keeps for itself.
 */
export function fileName(title: string, id: string): string {
  return `${slugOf(title)}-${hashOf(id).slice(0, HASH_LENGTH)}`;
}

/** The same without an id, for a file that is the only one. */
export function slugOf(title: string): string {
  // Marks of letters go, as the circumflex of ŵ does.
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-').slice(0, MOST_LETTERS).replace(/-$/, '');
  return slug === '' ? 'gloss' : slug;
}
