import type { Answers, ScannerRequests } from '../../core/messages.ts';
import type { Marks } from './marks.ts';

/** What the scanner answers to the extension's own pages. */
export function createAnswers(marks: Marks): Answers<ScannerRequests, null> {
  return {
    listMarks: () => marks.list(),
    readNames: () => ({
      title: document.title,
      heading: document.querySelector('h1')?.textContent.trim() ?? '',
      canonical: document.querySelector<HTMLLinkElement>('link[rel="canonical" i]')?.href ?? '',
    }),
    showMark({ id }) {
      const link = marks.find(id);
      link?.scrollIntoView({ block: 'center' });
      link?.focus({ preventScroll: true });
      return link !== null;
    },
    refreshMarks() {
      marks.refresh();
      return true;
    },
  };
}
