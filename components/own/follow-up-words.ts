import { keyPart } from '../../core/message-key.ts';
import type { IsoDate } from '../../core/model/ids.ts';
import type { Evidence, FollowUpChange, Progress, Response } from '../../core/model/own.ts';
import { showDay } from '../dates.ts';
import type { Translate } from '../words.ts';

export function sayResponse(translate: Translate, response: Response): string {
  return translate(`follow_response_${keyPart(response)}`);
}

export function sayProgress(translate: Translate, progress: Progress): string {
  return translate(`follow_progress_${keyPart(progress)}`);
}

/** What a change did, without its day. */
export function sayChange(translate: Translate, language: string | undefined, change: FollowUpChange): string {
  switch (change.field) {
    case 'response':
      return translate(
        'follow_changed_response',
        sayResponse(translate, change.from),
        sayResponse(translate, change.to),
      );
    case 'progress':
      return translate(
        'follow_changed_progress',
        sayProgress(translate, change.from),
        sayProgress(translate, change.to),
      );
    case 'checkOn': {
      const [from, to] = [change.from, change.to].map((day) => sayDay(translate, language, day));
      return translate('follow_changed_check_on', from ?? '', to ?? '');
    }
    case 'evidence':
      if (change.to === null) return translate('follow_evidence_removed', nameEvidence(translate, change.from));
      return translate(
        change.from === null ? 'follow_evidence_added' : 'follow_evidence_changed',
        nameEvidence(translate, change.to),
      );
    case 'remark':
      if (change.to === '') return translate('follow_remark_removed', change.from);
      return translate(change.from === '' ? 'follow_remark_added' : 'follow_remark_changed', change.to);
  }
}

function sayDay(translate: Translate, language: string | undefined, day: IsoDate | null): string {
  return day === null ? translate('follow_no_day') : showDay(day, language);
}

/** By whatever its reader gave it. */
export function nameEvidence(translate: Translate, evidence: Evidence | null): string {
  const { title = '', address = '', quotation = '', remark = '' } = evidence ?? {};
  return title || address || quotation || remark || translate('follow_evidence_empty');
}
