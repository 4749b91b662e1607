import { readAddress } from '../../address/canonical.ts';
import { findAddresses } from '../../text/post-text.ts';
import { MAX_PARTS } from '../limits.ts';
import type { SourceLink } from '../source-feed.ts';
import { readFacets } from './facets.ts';
import { fieldOf, typeOf } from './fields.ts';

/**
 * The links of a text in its order: those that its facets make, with their whole addresses, and the addresses that
 * stand in it without one; the first of far more than anybody writes.
 */
export function readLinks(text: string, facets: unknown): SourceLink[] {
  const links: SourceLink[] = [];
  let rest = 0;
  for (const { start, end, features } of readFacets(text, facets, (feature) => addressIn(feature) !== null)) {
    links.push(...bareLinks(text.slice(rest, start)));
    const address = features.map(addressIn).find((each) => each !== null) ?? null;
    links.push({ shown: text.slice(start, end), address });
    rest = end;
  }
  return [...links, ...bareLinks(text.slice(rest))].slice(0, MAX_PARTS);
}

/** A whole http(s) address; null for anything else. */
export function readWebAddress(value: unknown): string | null {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && readAddress(value) !== null ? value : null;
}

function addressIn(feature: unknown): string | null {
  return typeOf(feature) === 'app.bsky.richtext.facet#link' ? readWebAddress(fieldOf(feature, 'uri')) : null;
}

/** Of a shortened address no more is known than what is shown. */
function bareLinks(text: string): SourceLink[] {
  return findAddresses(text).map(({ shown, isComplete }) => ({ shown, address: isComplete ? shown : null }));
}
