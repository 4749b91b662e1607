import { useEffect, useRef, useState } from 'preact/hooks';
import type { Quote } from '../../core/bearing/quote.ts';
import type { BearingScope } from '../../core/protocol/bearing.ts';
import { useWords } from '../words.ts';
import type { BearingDoors, BearingPage, BearingStart } from './bearing.ts';
import { BearingResult } from './bearing-result.tsx';
import { ChooseRecommendation } from './choose-recommendation.tsx';
import { PageEvidenceList } from './page-evidence.tsx';
import { PasteText } from './paste-text.tsx';
import { useEvidence } from './use-evidence.ts';
import { type Looked, useLook } from './use-look.ts';

interface Props {
  readonly page: BearingPage;
  readonly doors: BearingDoors;
  readonly start: BearingStart;
}

/** What of the page bears on recommendations, and what of it the reader takes as evidence. */
export function BearingView({ page, doors, start }: Props) {
  const translate = useWords();
  const { looked, scope, look } = useLook(doors, page.tabId);
  const evidence = useEvidence(page, doors);
  const [quote, setQuote] = useState<Quote | null>(null);
  const [isMissed, setIsMissed] = useState(false);
  const [hasSelected, setHasSelected] = useState(true);
  const isReadable = page.kind === 'web';

  const show = async (id: string) => {
    setIsMissed(!(await doors.show(page.tabId, id).catch(() => false)));
  };
  const select = async () => {
    const selected = await doors.readSelection(page.tabId).catch(() => null);
    setHasSelected(selected !== null);
    if (selected !== null) setQuote(selected);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it begins with is begun once.
  useEffect(() => {
    if (start.kind === 'look' && isReadable) void look(null);
    if (start.kind === 'select' && isReadable) void select();
    if (start.kind === 'quote') void quoteSelected(doors, page.tabId, start.selected).then(setQuote);
  }, [start]);

  if (quote !== null)
    return (
      <ChooseRecommendation
        quote={quote}
        list={doors.listRecommendations}
        onChoose={(subject) => {
          setQuote(null);
          void evidence.add(subject, quote);
        }}
        onCancel={() => setQuote(null)}
      />
    );
  return (
    <>
      {!isReadable && <p class="notice">{translate(whyNot(page))}</p>}
      {isReadable && <Ways looked={looked} scope={scope} onLook={look} onSelect={select} />}
      {(isMissed || (isReadable && !hasSelected)) && (
        <p class="notice" role="alert">
          {translate(isMissed ? 'bearing_not_there' : 'bearing_nothing_selected')}
        </p>
      )}
      <Told evidence={evidence} />
      <BearingResult looked={looked} evidence={evidence} onShow={show} />
      <PageEvidenceList page={page} doors={doors} evidence={evidence.list} onShow={show} />
      <PasteText
        isOpen={!isReadable || !hasSelected || looked.kind === 'closed' || isEmpty(looked)}
        onUse={(exact) => setQuote({ exact, prefix: '', suffix: '' })}
      />
    </>
  );
}

interface WaysProps {
  readonly looked: Looked;
  readonly scope: BearingScope;
  readonly onLook: (scope: BearingScope) => Promise<void>;
  readonly onSelect: () => Promise<void>;
}

function Ways({ looked, scope, onLook, onSelect }: WaysProps) {
  const translate = useWords();
  const choice = useRef<HTMLSelectElement>(null);
  const chosen = () => (choice.current?.value === 'all' ? 'all' : 'followed');
  return (
    <>
      <p class="bearing-quiet">{translate('bearing_about')}</p>
      <p class="bearing-ways">
        <label class="bearing-scope">
          {translate('bearing_scope')}{' '}
          <select ref={choice} class="follow-input" value={scope}>
            <option value="followed">{translate('bearing_scope_followed')}</option>
            <option value="all">{translate('bearing_scope_all')}</option>
          </select>
        </label>
        <button
          type="button"
          class="button"
          aria-disabled={looked.kind === 'looking'}
          onClick={() => void onLook(chosen())}
        >
          {translate(looked.kind === 'nothing' ? 'bearing_look' : 'bearing_look_again')}
        </button>
        <button type="button" class="action" onClick={() => void onSelect()}>
          {translate('bearing_select')}
        </button>
      </p>
    </>
  );
}

/** What became of the last evidence, and the way back. */
function Told({ evidence: { told, undo } }: { readonly evidence: ReturnType<typeof useEvidence> }) {
  const translate = useWords();
  return (
    <div role="status" class="bearing-told">
      {told?.kind === 'added' && (
        <p class="bearing-line">
          {translate('bearing_added', String(told.subject.number))}{' '}
          <button type="button" class="action" onClick={() => void undo()}>
            {translate('follow_undo')}
          </button>
        </p>
      )}
      {told?.kind === 'undone' && <p class="bearing-line">{translate('bearing_undone')}</p>}
      {told?.kind === 'changed' && <p class="bearing-line">{translate('follow_changed_since')}</p>}
      {told?.kind === 'failed' && <p class="notice">{translate('bearing_not_added')}</p>}
      {told?.kind === 'full' && <p class="notice">{translate('bearing_full')}</p>}
    </div>
  );
}

function whyNot({ kind }: BearingPage) {
  if (kind === 'pdf') return 'bearing_pdf';
  return kind === 'closed' ? 'bearing_closed' : 'bearing_withheld';
}

function isEmpty(looked: Looked): boolean {
  return looked.kind === 'looked' && looked.bearing.words === 0;
}

/** The browser's own menu tells what is selected without what is around it: that is in the page, if it can be read. */
async function quoteSelected(doors: BearingDoors, tabId: number, selected: string): Promise<Quote> {
  const read = await doors.readSelection(tabId).catch(() => null);
  const exact = selected.replace(/\s+/g, ' ').trim();
  const isSame = read !== null && read.exact.replaceAll(' ', '') === exact.replaceAll(' ', '');
  return isSame ? read : { exact, prefix: '', suffix: '' };
}
