import { contrast } from '../e2e/contrast.ts';
import type { Picture } from '../e2e/png.ts';

/** The contrast that a mark has to have to what is behind it. */
const LEAST = 3;
/** Pixels that make a mark: of two dots of the smallest letters' width. */
const ENOUGH = 16;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Two pictures of the same window: a mark is in both with it and in neither without it. */
export type Pair = readonly [Picture, Picture];

/** Whether a link is told from one without a mark: `seen`, `faint` where its own text is no better, or `unseen`. */
export function judgeMark(withMarks: Pair, without: Pair, box: Box): 'seen' | 'faint' | 'unseen' {
  const differences: number[] = [];
  const colours = new Map<string, number>();
  forEachPixel(box, without[0], (x, y) => {
    const behind = without.map((picture) => picture.at(x, y));
    const marked = withMarks.map((picture) => picture.at(x, y));
    colours.set(`${behind[0]}`, (colours.get(`${behind[0]}`) ?? 0) + 1);
    differences.push(Math.min(...marked.flatMap((one) => behind.map((other) => contrast(one, other)))));
  });
  const count = (least: number) => differences.filter((each) => each >= least).length;
  if (count(LEAST) >= ENOUGH) return 'seen';
  return !isLegible(colours) && count(1.05) >= ENOUGH ? 'faint' : 'unseen';
}

/** Whether what is there differs enough from its ground, which is the colour that most of it has. */
function isLegible(colours: ReadonlyMap<string, number>): boolean {
  const counts = [...colours].map(([name, count]) => ({ colour: read(name), count }));
  const [ground] = counts.toSorted((a, b) => b.count - a.count);
  if (ground === undefined) return false;
  const told = counts.filter(({ colour }) => contrast(colour, ground.colour) >= LEAST);
  return told.reduce((sum, { count }) => sum + count, 0) >= ENOUGH;
}

function read(name: string): readonly [number, number, number] {
  const [red = 0, green = 0, blue = 0] = name.split(',').map(Number);
  return [red, green, blue];
}

function forEachPixel(
  { left, top, right, bottom }: Box,
  { width, height }: Picture,
  look: (x: number, y: number) => void,
) {
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += 1)
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x += 1) look(x, y);
}
