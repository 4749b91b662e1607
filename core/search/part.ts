const BUCKETS = 4096;

/**
 * So many places in a list from one on, as if it were sorted: the greater a key, the earlier; else in the list's order. In
 * linear time.
 */
export function partOf(keys: readonly number[], start: number, most: number): number[] {
  const size = keys.length;
  const end = Math.min(size, start + most);
  if (start >= end) return [];
  let [greatest, least] = [-Infinity, Infinity];
  for (const key of keys) {
    if (key > greatest) greatest = key;
    if (key < least) least = key;
  }
  // Halves, for the whole of it may be more than any number; and where it is less than any, one bucket has all.
  const range = greatest / 2 - least / 2;
  const bucketOf = (index: number) =>
    range === 0 ? 0 : Math.floor(((greatest / 2 - (keys[index] ?? 0) / 2) / range) * (BUCKETS - 1));
  const counts = new Uint32Array(BUCKETS);
  for (let index = 0; index < size; index += 1) counts[bucketOf(index)] = (counts[bucketOf(index)] ?? 0) + 1;
  const { first, last, before } = bucketsFor(counts, start, end);
  const found: number[] = [];
  for (let index = 0; index < size; index += 1) {
    const bucket = bucketOf(index);
    if (bucket >= first && bucket <= last) found.push(index);
  }
  return found.sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0) || a - b).slice(start - before, end - before);
}

/** The buckets that hold what stands from one place to another, and how much comes before them. */
function bucketsFor(counts: Uint32Array, start: number, end: number) {
  let before = 0;
  let first = 0;
  while (before + (counts[first] ?? 0) <= start) {
    before += counts[first] ?? 0;
    first += 1;
  }
  let last = first;
  for (let sum = before + (counts[last] ?? 0); sum < end; sum += counts[last] ?? 0) last += 1;
  return { first, last, before };
}
