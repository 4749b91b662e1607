import { useEffect, useRef, useState } from 'preact/hooks';
import { libraryChanges } from '../../platform/changes.ts';
import { afterWriting } from './after-writing.ts';

/** What came of a question; an earlier answer stays while a later one is waited for, or where that fails. */
export interface Asked<Answer> {
  /** Undefined before the first. */
  readonly answer: Answer | undefined;
  readonly state: 'waiting' | 'answered' | 'failed';
  readonly tryAgain: () => void;
}

/**
 * Asks when the key changes, and when the library has: the key says all that the question depends on. What comes late is
 * dropped. One question is under way at a time, so that typing asks no faster than is answered.
 */
export function useAsked<Answer>(key: string, ask: () => Promise<Answer>): Asked<Answer> {
  const [asked, setAsked] = useState<Omit<Asked<Answer>, 'tryAgain'>>({ answer: undefined, state: 'waiting' });
  const latest = useRef(ask);
  latest.current = ask;
  const asker = useRef<Asker | null>(null);
  asker.current ??= askInTurn(
    () => latest.current(),
    (answer) => setAsked({ answer, state: 'answered' }),
    () => setAsked(({ answer }) => ({ answer, state: 'failed' })),
  );
  const { again, end } = asker.current;
  const tryAgain = () => {
    setAsked(({ answer }) => ({ answer, state: 'waiting' }));
    again();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when to ask anew.
  useEffect(tryAgain, [key]);
  useEffect(() => {
    const end = new AbortController();
    const stop = libraryChanges.listen(afterWriting(again, end.signal));
    return () => {
      stop();
      end.abort();
    };
  }, [again]);
  useEffect(() => end, [end]);
  return { ...asked, tryAgain };
}

interface Asker {
  readonly again: () => void;
  readonly end: () => void;
}

/** Asks again only when the question before is answered, which then is told of to nobody. */
function askInTurn<Answer>(ask: () => Promise<Answer>, onAnswer: (answer: Answer) => void, onFail: () => void): Asker {
  let isUnderWay = false;
  let isAskedAgain = false;
  let hasEnded = false;
  const go = async (): Promise<void> => {
    isUnderWay = true;
    let tell = onFail;
    try {
      const answer = await ask();
      tell = () => onAnswer(answer);
    } catch {}
    isUnderWay = false;
    if (hasEnded) return;
    if (!isAskedAgain) return tell();
    isAskedAgain = false;
    await go();
  };
  return {
    again() {
      if (isUnderWay) isAskedAgain = true;
      else void go();
    },
    end() {
      hasEnded = true;
    },
  };
}
