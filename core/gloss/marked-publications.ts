import { canonicalForm } from '../address/canonical.ts';
import { unwrapAddress } from '../address/unwrap.ts';
import type { PublicationId } from '../model/ids.ts';
import type { Sureness } from '../model/match.ts';
import type { FrameMarks, MarkedLink, MarkedPublication, MarkedText, MarkPlace } from '../protocol/marks.ts';

const RANKS: readonly Sureness[] = ['exact', 'likely', 'related', 'none'];

interface Group {
  readonly publication: PublicationId | null;
  readonly texts: Map<string, MarkedText & { readonly places: MarkPlace[] }>;
}

/**
 * The marked links of a tab by what they lead to: the surest first, otherwise in the order of the page. Links of one
 * text and address are one entry with several places. What no publication is claimed for, a page that posts are only
 * related to, is grouped by its canonical address and called by the longest text that leads there.
 */
export function groupMarks(
  frames: readonly FrameMarks[],
  titleOf: (publication: PublicationId) => string | null,
): readonly MarkedPublication[] {
  const groups = new Map<string, Group>();
  const readKey = createReadKey();
  for (const { frameId, marks } of frames) {
    for (const mark of marks) {
      const group = entryOf(groups, readKey(mark), () => ({ publication: mark.publication, texts: new Map() }));
      addTo(group, mark, { frameId, id: mark.id });
    }
  }
  return [...groups]
    .map(([key, group]) => describe(key, group, titleOf))
    .sort((a, b) => RANKS.indexOf(a.sureness) - RANKS.indexOf(b.sureness));
}

/** An address is read once, however many links have it. */
function createReadKey(): (mark: MarkedLink) => string {
  const canonical = new Map<string, string>();
  return ({ publication, address }) => publication ?? entryOf(canonical, address, () => canonicalOf(address));
}

function canonicalOf(address: string): string {
  const unwrapped = unwrapAddress(address);
  return (unwrapped && canonicalForm(unwrapped.url)) ?? address;
}

function addTo({ texts }: Group, { text, address, sureness }: MarkedLink, place: MarkPlace): void {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  const entry = entryOf(texts, `${sureness} ${address} ${oneLine}`, () => ({
    text: oneLine,
    address,
    sureness,
    places: [],
  }));
  entry.places.push(place);
}

function describe(
  key: string,
  { publication, texts }: Group,
  titleOf: (publication: PublicationId) => string | null,
): MarkedPublication {
  const links = [...texts.values()];
  const surest = RANKS.find((rank) => links.some(({ sureness }) => sureness === rank)) ?? 'none';
  const title = publication === null ? null : titleOf(publication);
  return { key, publication, title: title ?? longestTextOf(links) ?? key, sureness: surest, links };
}

function longestTextOf(links: readonly MarkedText[]): string | null {
  const longest = links.reduce((best, { text }) => (text.length > best.length ? text : best), '');
  return longest === '' ? null : longest;
}

function entryOf<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const created = create();
  map.set(key, created);
  return created;
}
