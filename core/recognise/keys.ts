import type { Publication } from '../model/publication.ts';

export function nameKeysOf(publication: Publication): string[] {
  return publication.addresses.map((address) => `address ${address}`);
}

export function coverageKey(id: string): string {
  return `covers ${id}`;
}
