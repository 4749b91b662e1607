import { canonicalAddress, isIfgAddress } from '../address/canonical.ts';
import { leadsTo } from '../address/unwrap.ts';
import type { CanonicalAddress, FeedId } from '../model/ids.ts';
import type { Publication } from '../model/publication.ts';
import { readEvidence } from '../recognise/evidence.ts';
import { remembered } from '../remembered.ts';
import { hashOf } from '../text/hash.ts';
import { entryOfCard, IFG } from './entry-of-card.ts';
import { nameByAddress } from './named-by-address.ts';
import type { UnlinkedPost } from './unlinked-posts.ts';

/** The Institute's addresses that a post's text links to, those it shows whole, each once. */
export const linkedInText = remembered(({ addresses }: UnlinkedPost): readonly CanonicalAddress[] => {
  const whole = addresses.flatMap(({ shown, isComplete }) =>
    isComplete ? (canonicalAddress(leadsTo(shown)) ?? []) : [],
  );
  return [...new Set(whole.filter(isIfgAddress))];
});

/**
 * The publications of the Institute that posts link to in their text alone, as beside pictures, where there is no room for a link
 * card: called by the ends of their addresses, for no title is known. `known` are the addresses of those that have a card.
 */
export function publicationsInText(
  posts: readonly UnlinkedPost[],
  known: ReadonlySet<CanonicalAddress>,
  feed: FeedId,
): Publication[] {
  const addresses = new Set(posts.filter((post) => !mayBeOfItsCard(post)).flatMap(linkedInText));
  const unknown = [...addresses].filter((address) => !known.has(address) && isOfOnePage(address));
  return unknown.map((address) => {
    const card = { title: nameByAddress(address), description: '', siteName: IFG, titleIsCertain: true };
    return entryOfCard(`publication:${hashOf(feed, address)}`, card, { shown: address, isComplete: true });
  });
}

/** Whether an address in a post's text may be that of its card, which does not say where it leads. */
function mayBeOfItsCard({ linkCard, cardAddress }: UnlinkedPost): boolean {
  return linkCard?.siteName === IFG && cardAddress === null;
}

/** A list of pages is no publication; neither is a file, of which the page is one. */
function isOfOnePage(address: CanonicalAddress): boolean {
  const { kind } = readEvidence(address);
  return kind === 'page' || kind === 'landing';
}
