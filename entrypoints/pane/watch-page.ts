import type { PageInFront } from '../../components/page-view.tsx';
import { kindOfClosed } from '../../core/page-kind.ts';
import type { BackgroundRequests } from '../../core/protocol/background-requests.ts';
import type { Ask } from '../../core/protocol/wire.ts';

/** What is known of a page without the library. */
export type KnownPage = Pick<PageInFront, 'tabId' | 'address' | 'title' | 'site' | 'isOn' | 'kind'>;

export interface PageWatch {
  /** Shows what is known of a page at once, and what the library says of it when it has answered. */
  turnTo(page: KnownPage): void;
  /** Asks anew for the marks of a tab, if that is the one in front. */
  renewMarks(tabId: number): void;
}

/** Milliseconds for which the page before stays in view, so that quick answers to a new one make no flicker. */
const PATIENCE = 150;
const UNANSWERED = { answer: { kind: 'waiting' }, marks: null } as const;

/** Shows one page after another. An answer about a page that is no longer in front is dropped, however late it comes. */
export function watchPage(ask: Ask<BackgroundRequests>, show: (page: PageInFront) => void): PageWatch {
  let front: PageInFront | null = null;
  let isShown = false;
  let newest = 0;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const reveal = () => {
    clearTimeout(patience);
    isShown = true;
    if (front !== null) show(front);
  };
  const learn = (own: number, part: Partial<PageInFront>) => {
    if (own !== newest || front === null) return;
    front = { ...front, ...part };
    if (isShown || front.answer.kind !== 'waiting') reveal();
  };
  const askForMarks = (own: number, tabId: number) =>
    ask('listMarks', { tabId }).then(
      (marks) => learn(own, { marks }),
      () => learn(own, { marks: [] }),
    );
  return {
    turnTo(page) {
      newest += 1;
      const own = newest;
      const isFirst = front === null;
      const isSame = front?.tabId === page.tabId && front.address === page.address;
      front = { ...UNANSWERED, ...(isSame && front), ...page };
      if (isFirst || (isSame && isShown)) reveal();
      else if (!isSame) {
        isShown = false;
        clearTimeout(patience);
        patience = setTimeout(reveal, PATIENCE);
      }
      if (page.kind === 'gone') return learn(own, { answer: { kind: 'here', gloss: null }, marks: [] });
      void ask('describeTab', { tabId: page.tabId }).then(
        ({ gloss, isClosed }) => {
          const kind = isClosed && page.kind === 'web' ? kindOfClosed(page.address) : page.kind;
          learn(own, { kind, answer: { kind: 'here', gloss } });
        },
        () => learn(own, { answer: { kind: 'failed' } }),
      );
      void askForMarks(own, page.tabId);
    },
    renewMarks(tabId) {
      if (front?.tabId === tabId) void askForMarks(newest, tabId);
    },
  };
}
