import { askedSource } from '../../../core/linked-by/asked-source.ts';
import { MOST_POSTS } from '../../../core/linked-by/found.ts';
import { readBacklinks } from '../../../core/linked-by/read-named.ts';
import type { AtUri } from '../../../core/model/ids.ts';
import type { Failure } from '../../../core/network/failure.ts';
import { LINK_PLACES, type LinkFinders, type LinkPlace } from '../../../platform/network/link-index.ts';
import type { Named } from './ask-network.ts';

/** Requests of one question: two addresses in all forms and places are 24. */
const MOST_REQUESTS = 40;

interface Wanted {
  readonly form: string;
  readonly place: LinkPlace;
  readonly cursor: string | null;
}

/**
 * Asks the link index for each form of an address in each place: all first pages before any second one, so that what has many
 * pages leaves some room to the others. Ends at the first failure.
 */
export async function askIndex(forms: readonly string[], index: Pick<LinkFinders, 'backlinks'>): Promise<Named> {
  const uris = new Set<AtUri>();
  const left: Wanted[] = forms.flatMap((form) => LINK_PLACES.map((place) => ({ form, place, cursor: null })));
  let isCut = false;
  let failure: Failure | null = null;
  let asked = 0;
  for (let next = left.shift(); next !== undefined && failure === null; next = left.shift()) {
    if (asked === MOST_REQUESTS || uris.size >= MOST_POSTS) {
      isCut = true;
      break;
    }
    asked += 1;
    const answer = await index.backlinks(next.form, next.place, next.cursor);
    const read = answer.ok ? readBacklinks(answer.value) : answer;
    if (read.ok) {
      const { cursor } = read.value;
      for (const uri of read.value.uris) uris.add(uri);
      isCut ||= read.value.isCut;
      if (cursor !== null) left.push({ ...next, cursor });
    } else if (typeof read.error === 'string') failure = { kind: 'unreadable', why: 'unexpected', until: null };
    // Where our patience ends with the first request, it was not answered.
    else failure = read.error.kind === 'cancelled' && asked === 1 ? { kind: 'timed-out' } : read.error;
  }
  const source = askedSource('index', uris.size, failure);
  return { source: isCut && failure === null ? { ...source, state: 'cut' } : source, uris: [...uris] };
}
