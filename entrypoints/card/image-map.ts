import { ofDocument } from '../../page/dom.ts';

/** Where an area of an image map is seen: browsers give it no box of its own. Null where no picture shows the map. */
export function boxOfArea(area: HTMLAreaElement): DOMRect | null {
  const map = area.closest('map');
  const root = area.getRootNode();
  const scope = root instanceof ShadowRoot ? root : ofDocument('documentElement');
  const image = map && scope.querySelector(`img[usemap="#${CSS.escape(map.name)}" i]`);
  if (!(image instanceof HTMLImageElement)) return null;
  const { left, top, width, height } = image.getBoundingClientRect();
  const [x1, y1, x2, y2] = extentOf(area) ?? [0, 0, width, height];
  return new DOMRect(left + x1, top + y1, x2 - x1, y2 - y1);
}

/** Left, top, right and bottom in pixels of the picture; null for what is as large as the picture, or says nothing. */
function extentOf({ shape, coords }: HTMLAreaElement): readonly [number, number, number, number] | null {
  const numbers = coords.split(/[\s,;]+/).map(Number);
  const [x = Number.NaN, y = Number.NaN, radius = Number.NaN] = numbers;
  if (/^circ/i.test(shape)) return finite([x - radius, y - radius, x + radius, y + radius]);
  if (/^default$/i.test(shape)) return null;
  const across = numbers.filter((_, index) => index % 2 === 0);
  const down = numbers.filter((_, index) => index % 2 === 1);
  return finite([Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)]);
}

function finite(extent: readonly [number, number, number, number]): typeof extent | null {
  return extent.every(Number.isFinite) ? extent : null;
}
