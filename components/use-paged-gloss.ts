import { useEffect, useRef } from 'preact/hooks';
import type { Gloss } from '../core/gloss/gloss.ts';
import type { PostId } from '../core/model/ids.ts';
import type { Subject } from './passages.ts';
import { showPart } from './show-part.ts';
import { type DescribeMore, postSelector, useMore } from './use-more.ts';

/** A gloss a page at a time within one element, and the ways to its parts; a post that is sought is gone to once. */
export function usePagedGloss(first: Gloss, describeMore: DescribeMore | null, sought: Subject | null = null) {
  const within = useRef<HTMLElement>(null);
  const more = useMore(first, describeMore);
  const { arrival, ask } = more;
  const show = (selector: string) => showPart(within.current, selector);
  const showPost = (id: PostId) => {
    if (within.current?.querySelector(postSelector(id))) show(postSelector(id));
    else void ask({ kind: 'post', post: id });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish is met once.
  useEffect(() => {
    if (sought !== null) showPost(sought.post);
  }, [sought]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has come is gone to once.
  useEffect(() => {
    if (arrival === null || arrival.first === null) return;
    if (arrival.wanted.kind === 'post') show(arrival.first);
    else within.current?.querySelector<HTMLElement>(arrival.first)?.focus({ preventScroll: true });
  }, [arrival]);
  return { ...more, within, show, showPost, onAsk: describeMore === null ? null : ask };
}
