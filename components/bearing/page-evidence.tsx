import { useState } from 'preact/hooks';
import type { PageEvidence } from '../../core/protocol/bearing.ts';
import { BoundedList } from '../bounded-list.tsx';
import { showDay, showNumber } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';
import type { BearingDoors, BearingPage } from './bearing.ts';

interface Props {
  readonly page: BearingPage;
  readonly doors: BearingDoors;
  readonly evidence: readonly PageEvidence[];
  readonly onShow: (id: string) => void;
}

/** What the reader took from this page as evidence; where it stands is looked for when that is asked. */
export function PageEvidenceList({ page, doors, evidence, onShow }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const [told, setTold] = useState<string | null>(null);
  if (evidence.length === 0) return null;
  const mark = async () => {
    const ids = await doors.markEvidence(page.tabId).catch(() => null);
    if (ids === null) return setTold(translate('bearing_evidence_unseen'));
    const numbers = [ids.length, evidence.length].map((count) => showNumber(count, language));
    const isAll = ids.length === evidence.length;
    setTold(isAll ? translate('bearing_evidence_marked') : translate('bearing_evidence_missing', ...numbers));
  };
  return (
    <section>
      <h3 class="bearing-heading">
        {translate('bearing_evidence')} <small>{showNumber(evidence.length, language)}</small>
      </h3>
      {page.kind === 'web' && (
        <p class="bearing-ways">
          <button type="button" class="action" onClick={() => void mark()}>
            {translate('bearing_evidence_mark')}
          </button>{' '}
          <span role="status">{told}</span>
        </p>
      )}
      <BoundedList items={evidence} first={5} className="items">
        {({ evidence: { id, quotation, title, day }, subject }) => (
          <li key={id}>
            <button type="button" class="item" onClick={() => onShow(id)}>
              <span class="item-meta">
                {translate('passage_recommendation', showNumber(subject.number, language))}
                {day !== null && ` · ${showDay(day, language)}`}
              </span>{' '}
              <span class="item-text" dir="auto">
                {quotation || title}
              </span>
            </button>
          </li>
        )}
      </BoundedList>
    </section>
  );
}
