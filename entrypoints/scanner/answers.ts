import type { ScannerRequests } from '../../core/protocol/tab-requests.ts';
import type { Answers } from '../../core/protocol/wire.ts';
import { readPageNames } from '../../page/page-names.ts';
import type { Marks } from './marks.ts';
import type { Texts } from './texts.ts';

/** What the scanner answers to the extension's own pages. */
export function createAnswers(marks: Marks, texts: Texts, scanAnew: () => void): Answers<ScannerRequests, null> {
  return {
    listMarks: () => [...marks.list(), ...(texts.marks?.list() ?? [])],
    namePage: readPageNames,
    showMark: ({ id }) =>
      globalThis.ifgGlossShowMark?.(marks.find(id) ?? texts.marks?.find(id)?.startContainer) === true,
    refreshMarks() {
      marks.clear();
      texts.marks?.clear();
      scanAnew();
      globalThis.ifgGlossRefreshReportPage?.();
      return true;
    },
  };
}
