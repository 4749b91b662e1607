/** The place of the first in a sorted list that is not below another; the list's length where all are. */
export function lowerBound<Value extends string | number>(sorted: readonly Value[], least: Value): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? least) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
