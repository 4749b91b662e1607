import { useRef } from 'preact/hooks';
import { withoutFragment } from '../core/address/without-fragment.ts';
import type { PageKind } from '../core/page-kind.ts';
import type { HitKey } from '../core/protocol/look-up.ts';
import type { MarkedPublication } from '../core/protocol/marks.ts';
import type { TabState } from '../core/protocol/tab-state.ts';
import { AccessNotice } from './access-notice.tsx';
import { BearingPart } from './bearing/bearing-part.tsx';
import { Failed } from './failed.tsx';
import { KnownPublications } from './known-publications.tsx';
import { MarkKinds } from './mark-kinds.tsx';
import { MarkList } from './mark-list.tsx';
import { PageGloss } from './page-gloss.tsx';
import type { PaneActions } from './pane-actions.ts';
import { useWords } from './words.ts';

/** The page in front: what is known of it at once, and what the library says of it when it has answered. */
export interface PageInFront extends Omit<TabState, 'gloss' | 'isClosed'> {
  readonly kind: PageKind;
  readonly address: string;
  readonly title: string;
  readonly answer:
    | { readonly kind: 'waiting' | 'failed' }
    | { readonly kind: 'here'; readonly gloss: TabState['gloss'] };
  /** What its marked links lead to; null until its frames have answered. */
  readonly marks: readonly MarkedPublication[] | null;
}

interface Props {
  readonly page: PageInFront;
  readonly actions: PaneActions;
  readonly onOpen: (found: HitKey) => void;
}

export function PageView({ page, actions, onOpen }: Props) {
  const { kind, title, site, isOn, answer, marks } = page;
  const translate = useWords();
  // The one heading, until what is said has its own.
  const Subject = answer.kind === 'waiting' ? 'h1' : 'p';
  const hasMarks = marks !== null && marks.length > 0;
  const isSaid = answer.kind === 'here' && answer.gloss !== null && answer.gloss.match.sureness !== 'none';
  const bearing = useBearingPlace(page, answer.kind === 'here' && marks !== null, !isSaid && !hasMarks);
  return (
    <>
      {site !== null && <Subject class="subject">{title || site}</Subject>}
      {kind === 'withheld' && site !== null && (
        <AccessNotice missing={translate('access_not_here', site)} site={site} onAllow={actions.onAllow} />
      )}
      {answer.kind === 'failed' && <Failed onTryAgain={actions.onTryAgain} />}
      {answer.kind === 'here' && (
        <PageGloss
          page={{ kind, site, isOn, address: page.address, title, gloss: answer.gloss }}
          describeMore={(wanted) => actions.describeMore({ kind: 'tab', tabId: page.tabId }, wanted)}
          hasMarks={hasMarks}
        >
          {kind === 'unknown' && (
            <AccessNotice missing={translate('access_not_all')} site={null} onAllow={actions.onAllow} />
          )}
          {bearing === 'above' && <BearingPart page={page} />}
          {marks !== null && !hasMarks && (
            <>
              <KnownPublications actions={actions} onOpen={onOpen} />
              <section>
                <h2 class="heading">{translate('mark_kinds')}</h2>
                <MarkKinds />
              </section>
            </>
          )}
        </PageGloss>
      )}
      {answer.kind !== 'waiting' && marks !== null && (
        <MarkList key={`${page.tabId} ${page.address}`} marks={marks} onShow={actions.onShowMark} />
      )}
      {bearing === 'below' && <BearingPart page={page} />}
    </>
  );
}

type BearingPlace = 'above' | 'below';

/**
 * What the page bears on comes before what is shown where nothing else is, and behind what is said or marked. That is decided
 * once for each page, so that what is open in it stays; null until what is said and marked is known.
 */
function useBearingPlace({ tabId, address }: PageInFront, isKnown: boolean, isAlone: boolean): BearingPlace | null {
  const decided = useRef<{ readonly name: string; readonly place: BearingPlace } | null>(null);
  const name = `${tabId} ${withoutFragment(address)}`;
  if (isKnown && decided.current?.name !== name) decided.current = { name, place: isAlone ? 'above' : 'below' };
  return isKnown ? (decided.current?.place ?? null) : null;
}
