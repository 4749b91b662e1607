const painted = new Map<string, { readonly ranges: readonly Range[]; readonly highlight: Highlight }>();

/** Paints ranges over the text under a name, in place of those before: nothing of the page changes. */
export function paint(name: string, ranges: readonly Range[]): void {
  const before = painted.get(name);
  const isThere = before !== undefined && CSS.highlights.get(name) === before.highlight;
  if (isThere && isSame(before.ranges, ranges)) return;
  painted.delete(name);
  // What the script of the extension's next version has put there is not ours.
  if (isThere) CSS.highlights.delete(name);
  if (ranges.length === 0) return;
  const highlight = new Highlight();
  for (const range of ranges) highlight.add(range);
  CSS.highlights.set(name, highlight);
  painted.set(name, { ranges, highlight });
}

function isSame(one: readonly Range[], other: readonly Range[]): boolean {
  return one.length === other.length && one.every((range, index) => range === other[index]);
}
