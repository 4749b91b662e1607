import { fail, type Result, succeed } from '../result.ts';

/**
 * Asks one question at a time: while one is under way the newest of those that come waits for its turn, and older ones
 * fall away. What comes of a question is handed on only where no newer one waits; an error that was thrown is its fault.
 */
export function keepLatest<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  hand: (question: Question, outcome: Result<Answer, unknown>) => void,
): (question: Question) => void {
  let isUnderWay = false;
  let next: { readonly question: Question } | null = null;

  const go = async (question: Question): Promise<void> => {
    isUnderWay = true;
    const outcome = await ask(question).then(succeed, fail);
    isUnderWay = false;
    const waiting = next;
    next = null;
    if (waiting === null) hand(question, outcome);
    else await go(waiting.question);
  };
  return (question) => {
    if (isUnderWay) next = { question };
    else void go(question);
  };
}
