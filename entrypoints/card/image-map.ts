import { boxOf, ofDocument, selectAll } from '../../page/dom.ts';
import { extentOf } from './extent.ts';

/** The pictures that show the map of an area. */
export function imagesOfArea(area: HTMLAreaElement): HTMLImageElement[] {
  const map = area.closest('map');
  if (map === null) return [];
  const root = map.getRootNode();
  const scope = root instanceof ShadowRoot ? root : ofDocument('documentElement');
  const names = [map.name, map.id].filter((name) => name !== '').map((name) => `#${name}`);
  return [...(selectAll(scope, 'img[usemap]') as NodeListOf<HTMLImageElement>)].filter(({ useMap }) =>
    names.includes(useMap),
  );
}

/** Where an area is seen in a picture: browsers give it no box of its own. */
export function boxOfArea({ shape, coords }: HTMLAreaElement, image: HTMLImageElement): DOMRect {
  const { left, top, width, height } = boxOf(image);
  const extent = extentOf(shape, coords);
  if (extent === null) return new DOMRect(left, top, width, height);
  // The page may enlarge or transform the picture, and its map with it.
  const [scaleX, scaleY] = [width / image.offsetWidth, height / image.offsetHeight];
  const { x, y } = originOf(image);
  return new DOMRect(
    left + scaleX * (x + extent.left),
    top + scaleY * (y + extent.top),
    scaleX * (extent.right - extent.left),
    scaleY * (extent.bottom - extent.top),
  );
}

/** What the coordinates are counted from: Firefox begins at the content of the picture, Chromium at its border. */
function originOf(image: HTMLImageElement): { readonly x: number; readonly y: number } {
  if (!import.meta.env.FIREFOX) return { x: 0, y: 0 };
  const { paddingLeft, paddingTop } = getComputedStyle(image);
  return { x: image.clientLeft + Number.parseFloat(paddingLeft), y: image.clientTop + Number.parseFloat(paddingTop) };
}
