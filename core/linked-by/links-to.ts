import { canonicalAddress } from '../address/canonical.ts';
import { leadsTo } from '../address/unwrap.ts';
import type { CanonicalAddress } from '../model/ids.ts';
import type { SourcePost } from '../sources/source-feed.ts';

/** Whether a post itself links to one of a page's addresses, in its text or by its card; whoever named it may be wrong. */
export function linksTo(
  { links, linkCard }: Pick<SourcePost, 'links' | 'linkCard'>,
  page: ReadonlySet<CanonicalAddress>,
): boolean {
  return [...links.map(({ address }) => address), linkCard?.address ?? null].some((address) => {
    const canonical = address === null ? null : canonicalAddress(leadsTo(address));
    return canonical !== null && page.has(canonical);
  });
}
