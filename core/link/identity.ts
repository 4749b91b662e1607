import { canonicalAddress } from '../address/canonical.ts';
import type { MergedPublication, Publication } from '../model/publication.ts';
import { createGroups, joinByKeys } from './groups.ts';
import { joinByTitle } from './join-by-title.ts';
import { mergeMembers } from './merge-members.ts';
import { titlesOf } from './named-by-address.ts';
import { sameTitleKey } from './same-title.ts';
import { pageOf } from './sections.ts';

/**
 * Decides which entries of all feeds are one publication; they come in the order in which they came in, and entries
 * with one id are one. What is one hangs neither on the order nor on how ids are made (docs/decisions/0014), only which
 * member gives id and title does. In the order of the oldest members. Time grows a little faster than what is given.
 */
export function identify(entries: readonly Publication[]): MergedPublication[] {
  const groups = createGroups(entries.length);
  joinByKeys(groups, entries.map(certainKeys));
  const blocks = groups.list();
  joinByTitle(
    blocks.map((numbers) => pick(entries, numbers)),
    (one, other) => groups.join(blocks[one]?.[0] ?? 0, blocks[other]?.[0] ?? 0),
  );
  return groups.list().flatMap((numbers) => mergeMembers(pick(entries, numbers)) ?? []);
}

/**
 * What a publication can be one with others by, as strings with a prefix. Entries of which no chain of common keys leads
 * to others are identified without these as with them; the keys of a merged publication are those of its members.
 */
export function identityKeys(publication: Publication | MergedPublication): string[] {
  const ids = 'members' in publication ? publication.members : [publication.id];
  const titles = titlesOf(publication).map(titleIdentityKey);
  return [...ids.map((id) => `entry ${id}`), ...publication.addresses.map(addressKey), ...new Set(titles)];
}

/** The key of what is called so. */
export function titleIdentityKey(title: string): string {
  return `title ${sameTitleKey(title)}`;
}

/** What makes entries one, whatever else they say. */
function certainKeys(entry: Publication): Set<string> {
  const titles = new Set(titlesOf(entry).map(sameTitleKey));
  const [title] = titles;
  const pages = titles.size === 1 ? new Set(entry.addresses.map(pageOf)) : [];
  return new Set([
    `entry ${entry.id}`,
    ...entry.addresses.map(addressKey),
    ...[...pages].map((page) => `page ${entry.isIfg} ${page} ${title}`),
  ]);
}

function addressKey(address: string): string {
  return `address ${canonicalAddress(address) ?? address}`;
}

function pick(entries: readonly Publication[], numbers: readonly number[]): Publication[] {
  return numbers.flatMap((number) => entries[number] ?? []);
}
