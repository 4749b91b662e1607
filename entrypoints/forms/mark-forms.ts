import { attributeOf, ofNode } from '../../page/dom.ts';
import { MARK } from '../../page/mark.ts';
import { askForForms } from './extension.ts';
import { putOn } from './link-marks.ts';
import { formOf } from './mark-form.ts';
import { createNearLinks } from './near-links.ts';
import { struckAmong } from './struck.ts';
import { watchContent } from './watch-content.ts';
import { watchDrawing } from './watch-drawing.ts';

/** Milliseconds that deciding may take in one turn. */
const TURN = 4;
/** Milliseconds after the last change of the window's size. */
const REST = 300;
/** Milliseconds after which a form is looked at again, for what comes into view may have been on its way. */
const SETTLED = 1500;

export interface MarkForms {
  /** Decides anew for all links, when the window has come to rest at another size. */
  renewSoon(): void;
}

/**
 * Writes behind each mark how it is drawn, once its link is about to be seen: before, nothing can be said of what a
 * page hides, and long pages would pay for links that nobody comes to.
 */
export function drawMarkForms(): MarkForms {
  const waiting = new Set<Element>();
  const settled = new WeakSet<Element>();
  let isAsked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const decide = () => {
    const forms = read(waiting);
    for (const link of forms.keys()) waiting.delete(link);
    for (const [link, form] of forms) write(link, form);
    if (waiting.size > 0) decideSoon();
    const special = [...forms.keys()].filter((link) => forms.get(link) !== '');
    if (special.length > 0 && !isAsked) askForForms();
    isAsked ||= special.length > 0;
    const moving = special.filter((link) => !settled.has(link));
    for (const link of moving) settled.add(link);
    // What has been hidden again by then waits until it is shown.
    if (moving.length > 0) setTimeout(() => moving.forEach(near.note), SETTLED);
  };
  const decideSoon = () => requestIdleCallback(decide, { timeout: 100 });
  const add = (links: readonly Element[]) => {
    if (waiting.size === 0 && links.length > 0) decideSoon();
    for (const link of links) waiting.add(link);
  };
  const near = createNearLinks(
    () => globalThis.ifgGlossLinkMarks?.keys() ?? [],
    (links) => {
      links.forEach(putOn);
      links.forEach(watchDrawing);
      links.forEach(watch);
      add(links);
    },
  );

  const watch = watchContent(near.note);

  globalThis.ifgGlossOnMark = near.note;
  globalThis.ifgGlossOnFlux = near.setFlux;
  near.noteAll();
  window.addEventListener('load', near.noteAll, { once: true });
  return {
    renewSoon() {
      clearTimeout(timer);
      timer = setTimeout(near.noteAll, REST);
    },
  };
}

/** All is read before anything is written, for each change makes the browser lay out anew at the next question. */
function read(links: ReadonlySet<Element>): Map<Element, string> {
  const start = performance.now();
  const forms = new Map<Element, string>();
  const struck = struckAmong(links);
  for (const link of links) {
    const form = ofNode(link, 'isConnected') ? formOf(link) : '';
    forms.set(link, struck.has(link) ? `${form} struck`.trim() : form);
    if (performance.now() - start > TURN) break;
  }
  return forms;
}

function write(link: Element, form: string): void {
  const before = attributeOf(link, MARK);
  if (before === null) return;
  const [sureness = ''] = before.split(' ', 1);
  const after = form === '' ? sureness : `${sureness} ${form}`;
  if (after !== before) Element.prototype.setAttribute.call(link, MARK, after);
}
