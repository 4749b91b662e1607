import { useEffect, useState } from 'preact/hooks';
import { MAX_ADDRESS_LENGTH } from '../../core/address/canonical.ts';
import type { Quote } from '../../core/bearing/quote.ts';
import { localDay } from '../../core/local-day.ts';
import type { Evidence, RecommendationSubject } from '../../core/model/own.ts';
import { isSame } from '../../core/own/same.ts';
import type { PageEvidence } from '../../core/protocol/bearing.ts';
import type { BearingDoors, BearingPage } from './bearing.ts';

/** What became of the last evidence that was added. */
type Told =
  | { readonly kind: 'added'; readonly subject: RecommendationSubject; readonly evidence: Evidence }
  | { readonly kind: 'undone' | 'changed' | 'failed' | 'full' };

/** The reader's evidence from a page: what there is, adding to it, and taking that back. */
export function useEvidence(page: BearingPage, doors: BearingDoors) {
  const [list, setList] = useState<readonly PageEvidence[]>([]);
  const [told, setTold] = useState<Told | null>(null);
  const { tabId } = page;
  useEffect(() => {
    let isLeft = false;
    const read = () =>
      doors.findEvidence(tabId).then(
        (found) => isLeft || setList(found),
        () => null,
      );
    void read();
    const end = doors.onOwnChange(() => void read());
    return () => {
      isLeft = true;
      end();
    };
  }, [doors, tabId]);
  const keep = async (subject: RecommendationSubject, from: Evidence | null, to: Evidence | null) => {
    const unkept = await doors.keepEvidence(subject, from, to).catch(() => 'failed' as const);
    if (unkept !== null) return setTold({ kind: unkept });
    setTold(to === null ? { kind: 'undone' } : { kind: 'added', subject, evidence: to });
    // It is seen in the page at once, where that can be read.
    await doors.markEvidence(tabId).catch(() => null);
  };
  return {
    list,
    told,
    add: (subject: RecommendationSubject, quote: Quote) => keep(subject, null, evidenceOf(page, quote, doors.newId())),
    async undo() {
      if (told?.kind !== 'added') return;
      const { subject, evidence } = told;
      const now = list.find((each) => each.evidence.id === evidence.id);
      if (now !== undefined && !isSame(now.evidence, evidence)) setTold({ kind: 'changed' });
      else await keep(subject, evidence, null);
    },
    has: (subject: RecommendationSubject, { exact }: Quote) =>
      list.some(({ evidence, subject: of }) => evidence.quotation === exact && of.words === subject.words),
  };
}

/** The day is that on which it is taken. What is around it comes last, as it is read from what is stored. */
function evidenceOf({ address, title }: BearingPage, { exact, prefix, suffix }: Quote, id: string): Evidence {
  const evidence: Evidence = {
    id,
    address: address.slice(0, MAX_ADDRESS_LENGTH),
    title,
    quotation: exact,
    day: localDay(Date.now()),
    remark: '',
  };
  return prefix === '' && suffix === '' ? evidence : { ...evidence, around: { prefix, suffix } };
}
