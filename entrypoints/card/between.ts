import type { Point } from '../annotator/shown-card.ts';

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Pixels by which a hand may miss the straight way. */
const SLACK = 4;

/**
 * Whether a point lies on some straight way from one box to another. Those ways fill the boxes that are between
 * the two, so it asks for a share of the way at which the box there holds the point.
 */
export function isBetween({ x, y }: Point, from: Box, to: Box): boolean {
  const limits = [
    shareAtMost(from.left - SLACK, to.left - SLACK, x),
    shareAtMost(-from.right - SLACK, -to.right - SLACK, -x),
    shareAtMost(from.top - SLACK, to.top - SLACK, y),
    shareAtMost(-from.bottom - SLACK, -to.bottom - SLACK, -y),
  ];
  return Math.max(0, ...limits.map(([least]) => least)) <= Math.min(1, ...limits.map(([, most]) => most));
}

/** The shares of the way, least and most, at which an edge that goes from `start` to `end` is at most at `at`. */
function shareAtMost(start: number, end: number, at: number): readonly [number, number] {
  if (start === end) return start <= at ? [0, 1] : [1, 0];
  const share = (at - start) / (end - start);
  return end > start ? [0, share] : [share, 1];
}
