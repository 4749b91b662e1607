import type { RecommendationLine } from '../../../core/follow-up/line.ts';
import type { ListedRecommendation } from '../../../core/follow-up/listed.ts';
import type { Evidence, FollowUp, FollowUpChange, RecommendationSubject } from '../../../core/model/own.ts';

export const REPORT = { id: 'report', title: 'The role of procurement', addresses: ['https://ifg.example/report'] };

export function subjectOf(number: number, more: Partial<RecommendationSubject> = {}): RecommendationSubject {
  return {
    kind: 'recommendation',
    publication: REPORT,
    thread: 'thread',
    post: 'post',
    number,
    section: null,
    words: `The Treasury should publish what it spends, department by department, as number ${number}`,
    ...more,
  };
}

export function followUpOf(subject: RecommendationSubject, more: Partial<FollowUp> = {}): FollowUp {
  return {
    id: `follow-up:${subject.thread}:${subject.number}`,
    kind: 'follow-up',
    subject,
    made: 0,
    changed: 0,
    version: { here: 1 },
    response: 'none',
    progress: 'not-started',
    checkOn: null,
    evidence: [],
    remarks: [],
    history: [],
    ...more,
  };
}

export function lineOf(
  number: number,
  more: Partial<FollowUp> = {},
  of: Partial<RecommendationLine> = {},
): RecommendationLine {
  const subject = subjectOf(number);
  const followUp = followUpOf(subject, more);
  return { subject, state: 'present', followUp, isNoted: false, address: null, day: null, ...of };
}

export function listedOf(subject: RecommendationSubject): ListedRecommendation {
  return { subject, address: null, day: null };
}

export function evidenceOf(more: Partial<Evidence> = {}): Evidence {
  return { id: 'evidence', address: 'https://gov.example/', title: '', quotation: '', day: null, remark: '', ...more };
}

/** At noon of a day, in UTC. */
export function at(day: string): number {
  return Date.parse(`${day}T12:00Z`);
}

export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

export function progressed(day: string, from: FollowUp['progress'], to: FollowUp['progress']): FollowUpChange {
  return { at: at(day), field: 'progress', from, to };
}
