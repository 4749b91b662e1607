import { useContext, useRef } from 'preact/hooks';
import type { LibraryPageRequests } from '../../../core/protocol/library-page.ts';
import {
  HITS_AT_FIRST,
  HITS_IN_PART,
  type SearchAnswer,
  type SearchOrder,
  type SearchRequest,
} from '../../../core/protocol/search.ts';
import type { Ask } from '../../../core/protocol/wire.ts';
import { ListShown } from '../list-shown.ts';
import { type Asked, useAsked } from '../use-asked.ts';
import { isMoreThan, loadHits, loadMoreHits, MOST_HITS } from './load-hits.ts';
import { useOwnChanges } from './use-own-changes.ts';

interface Held {
  readonly key: string;
  readonly order: SearchOrder;
  readonly answer: SearchAnswer;
}

export interface Hits extends Asked<SearchAnswer> {
  /** The order of the hits of the answer. */
  readonly order: SearchOrder;
  /** Whether the answer is to what is asked now. */
  readonly isOfThis: boolean;
  /** Asks for the next part; null where there is none, or one comes already. */
  readonly more: (() => void) | null;
}

/** What a search finds, from its first part on, as much as was asked for; anew when the library changes, or what the reader wrote. */
export function useHits(ask: Ask<LibraryPageRequests>, request: Omit<SearchRequest, 'start' | 'most'>): Hits {
  const key = JSON.stringify([request.text, request.order, request.from, request.newSince]);
  const { items: kept, keep } = useContext(ListShown);
  const begun = { key, hits: Math.max(HITS_AT_FIRST, kept), isForMore: false };
  const wanted = useRef(begun);
  if (wanted.current.key !== key) wanted.current = begun;
  const held = useRef<Held | null>(null);
  const load = async (): Promise<Held> => {
    const { hits, isForMore } = wanted.current;
    wanted.current.isForMore = false;
    const before = held.current;
    const first = { ...request, start: 0, most: HITS_AT_FIRST };
    const answer =
      isForMore && before?.key === key
        ? await loadMoreHits(ask, first, before.answer)
        : await loadHits(ask, first, hits);
    held.current = { key, order: request.order, answer };
    return held.current;
  };
  const asked = useAsked(key, load);
  useOwnChanges(asked.tryAgain);
  const isOfThis = asked.answer?.key === key;
  const answer = asked.answer?.answer;
  const isWaiting = !isOfThis || asked.state !== 'answered';
  const isAll = answer === undefined || answer.hits.length >= MOST_HITS || !isMoreThan(answer);
  const more = () => {
    wanted.current.hits += HITS_IN_PART;
    wanted.current.isForMore = true;
    keep(wanted.current.hits);
    asked.tryAgain();
  };
  return {
    ...asked,
    answer,
    order: asked.answer?.order ?? request.order,
    isOfThis,
    more: isWaiting || isAll ? null : more,
  };
}
