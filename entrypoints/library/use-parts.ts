import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { MoreItems } from '../../components/library/browse/more-button.tsx';
import { ListShown } from './list-shown.ts';
import { type Asked, useAsked } from './use-asked.ts';

/** A part of a list, and how many it has as a whole. */
export interface Part<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

interface Later<Whole> {
  /** The answer that it goes on after; after another one it is worth nothing. */
  readonly after: Whole | undefined;
  readonly whole: Whole | null;
  readonly more: Pick<MoreItems, 'state' | 'arrival'>;
}

const READY = { state: 'ready', arrival: null } as const;

/**
 * A list that its reader asks for part by part. Where the library changes, all parts that are shown are asked for anew;
 * with another key it begins with the first. Who goes back finds as many as were shown.
 */
export function useParts<Item, Whole extends Part<Item>>(
  key: string,
  askPart: (start: number) => Promise<Whole>,
): Asked<Whole> & { readonly more: MoreItems } {
  const { items: kept, keep } = useContext(ListShown);
  const shown = useRef({ key, items: kept });
  if (shown.current.key !== key) shown.current = { key, items: kept };
  const asked = useAsked(key, () => askUpTo(shown.current.items, askPart));
  const [said, setLater] = useState<Later<Whole>>({ after: undefined, whole: null, more: READY });
  const later = said.after === asked.answer ? said : { after: asked.answer, whole: null, more: READY };
  const answer = later.whole ?? asked.answer;
  const newest = useRef(asked.answer);
  newest.current = asked.answer;
  const hasLeft = useRef(false);
  useEffect(
    () => () => {
      hasLeft.current = true;
    },
    [],
  );
  const onMore = async () => {
    const after = asked.answer;
    const of = shown.current;
    if (answer === undefined || later.more.state === 'waiting') return;
    const first = answer.items.length;
    setLater({ after, whole: answer, more: { state: 'waiting', arrival: null } });
    const part = await askPart(first).catch(() => null);
    // What comes when its reader has left is of no list that is shown.
    if (hasLeft.current || newest.current !== after || shown.current !== of) return;
    if (part === null) return setLater({ after, whole: answer, more: { state: 'failed', arrival: null } });
    shown.current = { ...shown.current, items: first + part.items.length };
    keep(shown.current.items);
    setLater({ after, whole: join(answer, part), more: { state: 'ready', arrival: { first } } });
  };
  return { ...asked, answer, more: { ...later.more, onMore: () => void onMore() } };
}

async function askUpTo<Whole extends Part<unknown>>(
  items: number,
  askPart: (start: number) => Promise<Whole>,
): Promise<Whole> {
  let whole = await askPart(0);
  while (whole.items.length < Math.min(items, whole.total)) {
    const part = await askPart(whole.items.length);
    if (part.items.length === 0) break;
    whole = join(whole, part);
  }
  return whole;
}

function join<Whole extends Part<unknown>>(whole: Whole, part: Whole): Whole {
  return { ...part, items: [...whole.items, ...part.items] };
}
