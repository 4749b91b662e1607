/** What stands in a page: its nodes, a line each, and where its elements are. */
export interface Tree {
  readonly lines: readonly string[];
  readonly boxes: readonly Placed[];
}

/** An element, and where it is: left, top, width and height in the document, in pixels; nothing where it moves by itself. */
export interface Placed {
  readonly name: string;
  readonly place: readonly number[];
}

/** Pixels by which two browsers may round otherwise. */
const ROUNDED = 0.5;

/**
 * Lines that are there with the extension and in no visit without it, or in each of those and not with it. Numbers may
 * be others: pages count seconds and draw lots.
 */
export function differing(withIt: readonly string[], without: readonly (readonly string[])[]): readonly string[] {
  const counts = countLines(withIt);
  const others = without.map(countLines);
  const lines = new Set([...counts.keys(), ...others.flatMap((other) => [...other.keys()])]);
  return [...lines].flatMap((line) => {
    const count = counts.get(line) ?? 0;
    const usual = others.map((other) => other.get(line) ?? 0);
    if (count > Math.max(...usual)) return [`+ ${line}`];
    return count < Math.min(...usual) ? [`- ${line}`] : [];
  });
}

function countLines(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines.map((each) => each.replaceAll(/\d+/g, '0'))) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** The elements that are elsewhere than in each visit without the extension, where those agree; null where the trees differ. */
export function shifted(withIt: Tree, without: readonly Tree[]): readonly string[] | null {
  if (without.some(({ boxes }) => boxes.length !== withIt.boxes.length)) return null;
  return withIt.boxes.flatMap(({ name, place }, index) => {
    const [usual, ...others] = without.map(({ boxes }) => boxes[index]?.place ?? []);
    const isSame = (one: readonly number[] = [], other: readonly number[] = []) =>
      one.every((value, at) => Math.abs(value - (other[at] ?? 0)) <= ROUNDED);
    if (isSame(place, usual) || !others.every((other) => isSame(other, usual))) return [];
    return [`${name} at ${place.join(' ')}, else at ${usual?.join(' ')}`];
  });
}
