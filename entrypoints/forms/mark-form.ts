import { boxOf, ofElement, selectAll } from '../../page/dom.ts';
import { hasRoomAround } from './clipping.ts';
import { signPlace } from './sign-place.ts';
import { textLinesOf } from './text-lines.ts';

const PICTURES = 'img, svg, video, canvas, object, embed, iframe, input, button';
/** Pixels that a ring takes around a box. */
const RING = 5;

/**
 * How the mark on a link is to be drawn, as words that mark-forms.css knows; none where an underline is seen. To be asked
 * while the link can be seen.
 */
export function formOf(link: Element): string {
  const { areSeen, areDeep, areClose, lackColour } = textLinesOf(link);
  if (areSeen) return [areDeep && 'deep', areClose && 'close'].filter(Boolean).join(' ');
  if (ofElement(link, 'namespaceURI') !== 'http://www.w3.org/1999/xhtml') return shapesForm(link);
  const { form, around } = lackColour ? { form: 'ring', around: [link] } : ringOf(link);
  if (around.some((element) => hasRoomAround(element, RING))) return form;
  return signPlace(link) ?? 'inset';
}

/** Lines around shapes are as wide as the drawing makes its units: not where that is far from a pixel. */
function shapesForm(link: Element): string {
  const scale = (link as SVGAElement).getScreenCTM?.()?.a ?? 1;
  return scale > 0.4 && scale < 2.5 ? 'shapes' : '';
}

/** What a ring is drawn around: the link where it is a box, else what it holds. */
function ringOf(link: Element): { readonly form: string; readonly around: readonly Element[] } {
  const ofLink = { form: 'ring', around: [link] };
  const { display } = getComputedStyle(link);
  if (!/^(?:inline|contents)$/.test(display) && hasSize(link)) return ofLink;
  const pictures = [...selectAll(link, PICTURES)].filter(hasSize);
  if (pictures.length > 0) return { form: 'ring-pictures', around: pictures };
  const children = [...ofElement(link, 'children')].filter(hasSize);
  if (children.length > 0) return { form: 'ring-children', around: children };
  return display === 'contents' ? { form: 'ring', around: [] } : ofLink;
}

function hasSize(element: Element): boolean {
  const { width, height } = boxOf(element);
  return width > 3 && height > 3;
}
