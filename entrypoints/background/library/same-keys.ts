import { identityKeys, titleIdentityKey } from '../../../core/link/identity.ts';
import type { MergedPublication, Publication } from '../../../core/model/publication.ts';
import type { PublicationRow } from './schema.ts';

const SAME = 'same ';

/** The keys under which entries meet that may be one, told apart from those by which publications are recognised. */
export function sameKeys(publication: Publication | MergedPublication): string[] {
  return identityKeys(publication).map((key) => `${SAME}${key}`);
}

export function sameKeysOf({ keys }: PublicationRow): readonly string[] {
  return keys.filter((key) => key.startsWith(SAME));
}

/** The key of publications that are called so, or were. */
export function bySameTitle(title: string): string {
  return `${SAME}${titleIdentityKey(title)}`;
}
