import { lowerBound } from '../../core/text/lower-bound.ts';
import { matches, ofElement, ofNode } from '../../page/dom.ts';
import { isElement, isText, type Parent } from '../../page/node-kinds.ts';

/** Text that runs on without a break, in whatever elements it stands. */
export interface Line {
  /** Without signs that are not seen: soft hyphens, spaces of no width. */
  readonly text: string;
  /** Where a part of the text stands in the page; offsets in UTF-16 units, the end behind the last. */
  rangeOf(start: number, end: number): Range;
}

/** Known without working out styles. */
const BLOCK =
  /^(?:html|body|div|p|pre|[uod]l|li|d[dt]|t[rhd]|table|tbody|section|article|main|h[1-6]|form|blockquote)$/;
/** A link is something by itself; the others are seen between the letters, or hold what is not read. */
const APART =
  'a,br,img,svg,math,picture,video,audio,canvas,iframe,object,embed,input,button,select,textarea,script,style,template';
const UNSEEN = /\p{Cf}+/gu;

/** The lines of a block, without those of blocks within it. */
export function readLines(block: Parent): Line[] {
  let texts: Text[] = [];
  const lines = [texts];
  const breakLine = () => {
    texts = [];
    lines.push(texts);
  };
  const read = (parent: Parent) => {
    for (const child of ofNode(parent, 'childNodes')) {
      if (isText(child)) texts.push(child);
      else if (isElement(child) && isInLine(child)) read(child);
      else if (isElement(child)) breakLine();
    }
  };
  read(block);
  return lines.map(makeLine);
}

/** Whether the text in an element runs on with the text around it. */
export function isInLine(element: Element): boolean {
  if (BLOCK.test(ofElement(element, 'localName')) || matches(element, APART)) return false;
  return /^(?:inline|contents)$/.test(getComputedStyle(element).display);
}

function makeLine(texts: readonly Text[]): Line {
  const whole = texts.map(({ data }) => data).join('');
  let length = 0;
  const ends = texts.map((text) => {
    length += text.length;
    return length;
  });
  const unseen = [...whole.matchAll(UNSEEN)];
  const offsetOf = (seen: number) =>
    unseen.reduce((at, { 0: { length }, index }) => at + (index <= at ? length : 0), seen);
  return {
    text: whole.replace(UNSEEN, ''),
    rangeOf(start, end) {
      const range = new Range();
      range.setStart(...placeOf(texts, ends, offsetOf(start)));
      const [last, offset] = placeOf(texts, ends, offsetOf(end - 1));
      range.setEnd(last, offset + 1);
      return range;
    },
  };
}

/** `ends`: behind each text, counted from the beginning of the first. */
function placeOf(texts: readonly Text[], ends: readonly number[], offset: number): [text: Text, offset: number] {
  const place = lowerBound(ends, offset + 1);
  const text = texts[place];
  if (text === undefined) throw new RangeError(`no text at ${offset}`);
  return [text, offset - (ends[place - 1] ?? 0)];
}
