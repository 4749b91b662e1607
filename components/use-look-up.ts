import { useMemo, useState } from 'preact/hooks';
import type { LookUpAnswer, Question } from '../core/protocol/look-up.ts';
import type { Result } from '../core/result.ts';
import { keepLatest } from '../core/search/keep-latest.ts';

export interface LookUpState {
  readonly question: Question;
  /** The question that the outcome is of. */
  readonly answered: Question;
  /** What came of the newest question that was answered; null where none was, or nothing is asked. */
  readonly outcome: Result<LookUpAnswer, unknown> | null;
  ask(question: Question): void;
}

export const NOTHING_ASKED: Question = { asked: '', linkText: '' };

/** A look-up as one types: what is shown stays until the answer to something newer is there. */
export function useLookUp(lookUp: (question: Question) => Promise<LookUpAnswer>): LookUpState {
  const [question, setQuestion] = useState(NOTHING_ASKED);
  const [answered, setAnswered] = useState<Pick<LookUpState, 'question' | 'outcome'> | null>(null);
  const askNext = useMemo(() => keepLatest(lookUp, (of, outcome) => setAnswered({ question: of, outcome })), [lookUp]);
  return {
    question,
    answered: answered?.question ?? question,
    outcome: isNothing(question) || answered === null || isNothing(answered.question) ? null : answered.outcome,
    ask(next) {
      setQuestion(next);
      if (isNothing(next)) setAnswered(null);
      else askNext(next);
    },
  };
}

function isNothing({ asked }: Question): boolean {
  return asked.trim() === '';
}
