import { useContext, useEffect, useState } from 'preact/hooks';
import { withoutFragment } from '../../core/address/without-fragment.ts';
import type { PageKind } from '../../core/page-kind.ts';
import { useWords } from '../words.ts';
import { BearingContext, type BearingPage, type BearingStart } from './bearing.ts';

interface Props {
  readonly page: BearingPage;
}

/** What a tab shows that may have text to look through, or to be quoted. */
const WITH_TEXT: ReadonlySet<PageKind> = new Set(['web', 'withheld', 'unknown', 'closed', 'pdf']);

type View = typeof import('./bearing-view.tsx').BearingView;

/** The page in front and the recommendations: two buttons, and all else when one of them is pressed. */
export function BearingPart({ page }: Props) {
  const state = useContext(BearingContext);
  if (state === null || !WITH_TEXT.has(page.kind)) return null;
  // Going to another place in the same page changes nothing.
  return <Part key={`${page.tabId} ${withoutFragment(page.address)}`} page={page} />;
}

function Part({ page }: Props) {
  const translate = useWords();
  const state = useContext(BearingContext);
  const [start, setStart] = useState<BearingStart | null>(null);
  const View = useView(start !== null);
  const pending = state?.pending ?? null;
  const doors = state?.doors ?? null;
  const { tabId } = page;
  useEffect(() => {
    if (pending?.tabId === tabId) setStart(startOf(pending.selected));
  }, [pending, tabId]);
  useEffect(() => {
    if (doors === null) return;
    let isLeft = false;
    const rest = () => {
      if (!isLeft) setStart((known) => known ?? { kind: 'rest' });
    };
    // What was there before is shown again; whoever has neither is shown no more than the buttons.
    void doors.readLast(tabId).then(
      (last) => last !== null && rest(),
      () => null,
    );
    void doors.findEvidence(tabId).then(
      (evidence) => evidence.length > 0 && rest(),
      () => null,
    );
    return () => {
      isLeft = true;
    };
  }, [doors, tabId]);
  if (doors === null) return null;
  return (
    <section class="bearing">
      <h2 class="heading">{translate('bearing_title')}</h2>
      {start !== null && View !== null ? (
        <View page={page} doors={doors} start={start} />
      ) : (
        <>
          <p class="bearing-quiet">{translate('bearing_about')}</p>
          <p class="bearing-ways">
            <button type="button" class="button" onClick={() => setStart({ kind: 'look' })}>
              {translate('bearing_look')}
            </button>
            <button type="button" class="action" onClick={() => setStart({ kind: 'select' })}>
              {translate('bearing_select')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

function startOf(selected: string | null): BearingStart {
  return selected === null ? { kind: 'look' } : { kind: 'quote', selected };
}

function useView(isWanted: boolean): View | null {
  const [view, setView] = useState<{ readonly View: View } | null>(null);
  useEffect(() => {
    if (!isWanted || view !== null) return;
    // Where that fails the extension is gone or new, and the page with it.
    import('./bearing-view.tsx').then(
      ({ BearingView }) => setView({ View: BearingView }),
      () => null,
    );
  }, [isWanted, view]);
  return view?.View ?? null;
}
