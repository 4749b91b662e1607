import type { Answers, ScannerRequests } from '../../core/messages.ts';
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
      const place = link ?? textMarks.find(id)?.startContainer.parentElement ?? null;
      place?.scrollIntoView({ block: 'center' });
      link?.focus({ preventScroll: true });
      return place !== null;
    },
    refreshMarks() {
      marks.clear();
      textMarks.clear();
      scanAnew();
      return true;
    },
  };
}
