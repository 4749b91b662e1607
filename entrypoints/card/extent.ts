export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * How far an area of an image map reaches, in pixels of the picture; null for what is as large as the picture, or says
 * nothing that can be read. `shape` and `coords` as the page has them.
 * https://html.spec.whatwg.org/multipage/image-maps.html#image-map-processing-model
 */
export function extentOf(shape: string, coords: string): Extent | null {
  const numbers = coords
    .split(/[\s,;]+/)
    .map(Number.parseFloat)
    .filter(Number.isFinite);
  const kind = shape.toLowerCase();
  if (kind === 'default') return null;
  if (kind === 'circle' || kind === 'circ') {
    const [x = Number.NaN, y = Number.NaN, radius = Number.NaN] = numbers;
    return readable({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  }
  const corners = kind === 'poly' || kind === 'polygon' ? numbers : numbers.slice(0, 4);
  const across = corners.filter((_, index) => index % 2 === 0);
  const down = corners.filter((_, index) => index % 2 === 1);
  return readable({
    left: Math.min(...across),
    top: Math.min(...down),
    right: Math.max(...across),
    bottom: Math.max(...down),
  });
}

function readable(extent: Extent): Extent | null {
  return Object.values(extent).every(Number.isFinite) ? extent : null;
}
