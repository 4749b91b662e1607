import type { Answers, ScannerRequests } from '../../core/messages.ts';
import { ofNode } from '../../page/dom.ts';
import type { Marks } from './marks.ts';
import type { TextMarks } from './text-marks.ts';

/** What the scanner answers to the extension's own pages. */
export function createAnswers(
  marks: Marks,
  textMarks: TextMarks,
  scanAnew: () => void,
): Answers<ScannerRequests, null> {
  return {
    listMarks: () => [...marks.list(), ...textMarks.list()],
    showMark({ id }) {
      const link = marks.find(id);
      const place = link ?? elementAround(textMarks.find(id)?.startContainer);
      const isSeen = place !== null && globalThis.ifgGlossReveal?.(place) === true;
      link?.focus({ preventScroll: true });
      return isSeen;
    },
    refreshMarks() {
      marks.clear();
      textMarks.clear();
      scanAnew();
      return true;
    },
  };
}

function elementAround(text?: Node): Element | null {
  return text === undefined ? null : ofNode(text, 'parentElement');
}
