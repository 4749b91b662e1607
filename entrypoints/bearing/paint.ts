/** Paints ranges under a name, in place of those before; only what another version of this script paints is left alone. */
export function createPaint(): (name: string, ranges: readonly Range[]) => void {
  const painted = new Map<string, { readonly ranges: readonly Range[]; readonly highlight: Highlight }>();
  return (name, ranges) => {
    const before = painted.get(name);
    const isThere = before !== undefined && CSS.highlights.get(name) === before.highlight;
    if (isThere && isSame(before.ranges, ranges)) return;
    painted.delete(name);
    if (isThere) CSS.highlights.delete(name);
    if (ranges.length === 0) return;
    const highlight = new Highlight();
    for (const range of ranges) highlight.add(range);
    CSS.highlights.set(name, highlight);
    painted.set(name, { ranges, highlight });
  };
}

function isSame(one: readonly Range[], other: readonly Range[]): boolean {
  return one.length === other.length && one.every((range, index) => range === other[index]);
}
