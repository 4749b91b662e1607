/**
 * The box around what `clip-path` or `clip` leaves of an element, in pixels of the window; null where they leave all of
 * it, or say it by a path or by sums.
 */
export function shapeOf({ clipPath, clip, position }: CSSStyleDeclaration, box: DOMRect): DOMRect | null {
  const [, kind = '', values = ''] = /^(\w+)\(([^()]*)\)/.exec(clipPath) ?? [];
  const isPlaced = position === 'absolute' || position === 'fixed';
  if (kind === 'inset') return insetBox(values.replace(/\bround\b.*/, ''), box);
  if (kind === 'polygon') return polygonBox(values, box);
  if (kind === 'circle' || kind === 'ellipse')
    return /^0(?:px|%)?(?:\s|$)/.test(values) ? new DOMRect(box.x, box.y) : null;
  return isPlaced && clip.startsWith('rect(') ? clipBox(clip.slice(5, -1), box) : null;
}

function insetBox(values: string, box: DOMRect): DOMRect | null {
  const [top = '0', right = top, bottom = top, left = right] = values.trim().split(/\s+/);
  return boxBetween(
    box,
    lengthOf(left, box.width),
    lengthOf(top, box.height),
    box.width - lengthOf(right, box.width),
    box.height - lengthOf(bottom, box.height),
  );
}

function polygonBox(values: string, box: DOMRect): DOMRect | null {
  const points = values
    .replace(/^\w+,/, '')
    .split(',')
    .map((point) => point.trim().split(/\s+/));
  const across = points.map(([x = '']) => lengthOf(x, box.width));
  const down = points.map(([, y = '']) => lengthOf(y, box.height));
  return boxBetween(box, Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down));
}

/** https://drafts.fxtf.org/css-masking/#clip-property: distances from the left and upper edge. */
function clipBox(values: string, box: DOMRect): DOMRect | null {
  const [top = '', right = '', bottom = '', left = ''] = values.split(/,\s*|\s+/);
  const at = (value: string, otherwise: number) => (value === 'auto' ? otherwise : lengthOf(value, 0));
  return boxBetween(box, at(left, 0), at(top, 0), at(right, box.width), at(bottom, box.height));
}

function boxBetween(box: DOMRect, left: number, top: number, right: number, bottom: number): DOMRect | null {
  if (![left, top, right, bottom].every(Number.isFinite)) return null;
  return new DOMRect(box.x + left, box.y + top, Math.max(0, right - left), Math.max(0, bottom - top));
}

/** Pixels; NaN for what is neither pixels nor a share. */
function lengthOf(value: string, whole: number): number {
  const [, number = '', unit = ''] = /^(-?[\d.]+)(px|%|)$/.exec(value) ?? [];
  if (number === '') return Number.NaN;
  return unit === '%' ? (Number(number) * whole) / 100 : Number(number);
}
