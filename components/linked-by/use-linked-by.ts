import { useEffect, useRef, useState } from 'preact/hooks';
import type { LinkedBy, LinkedByRefusal } from '../../core/protocol/linked-by.ts';
import type { LinkedByDoors } from './doors.ts';

/** How far asking has got; `no-answer`: the extension's own background gave none; `allowed`: it was refused, and is switched on now. */
export type AskingState =
  | { readonly kind: 'reading' | 'asking' | 'no-answer' | 'allowed' }
  | { readonly kind: 'refused'; readonly refusal: LinkedByRefusal }
  | { readonly kind: 'told'; readonly linkedBy: LinkedBy };

/** Shows what was told of a page in the last 24 hours, and asks where nothing was. */
export function useLinkedBy(doors: Pick<LinkedByDoors, 'ask' | 'mayAsk' | 'onChange'>, address: string) {
  const { ask: askBackground } = doors;
  const [state, setState] = useState<AskingState>({ kind: 'reading' });
  const isShown = useRef(true);
  const put = (next: AskingState) => {
    if (isShown.current) setState(next);
  };
  const ask = async () => {
    put({ kind: 'asking' });
    const answer = await askBackground('askLinkedBy', { address }).catch(() => null);
    if (answer === null) put({ kind: 'no-answer' });
    else put(answer.ok ? { kind: 'told', linkedBy: answer.value } : { kind: 'refused', refusal: answer.error });
  };
  const read = async () => {
    const known = await askBackground('readLinkedBy', { address }).catch(() => null);
    // Where it is asked already, asking waits for the same answer.
    if (known === null || known.isAsking || known.last === null) await ask();
    else put({ kind: 'told', linkedBy: known.last });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another screen.
  useEffect(() => {
    isShown.current = true;
    void read();
    return () => {
      isShown.current = false;
    };
  }, []);
  const isRefused = state.kind === 'allowed' || (state.kind === 'refused' && state.refusal.kind === 'not-allowed');
  // biome-ignore lint/correctness/useExhaustiveDependencies: who was refused hears when that changes, and nobody else.
  useEffect(() => {
    if (!isRefused) return;
    return doors.onChange(async () => {
      const known = await askBackground('readLinkedBy', { address }).catch(() => null);
      // Nothing is asked by itself: what is being asked was asked for where it was switched on.
      if (known?.isAsking === true || (known?.last ?? null) !== null) await read();
      else put((await doors.mayAsk()) ? { kind: 'allowed' } : { kind: 'refused', refusal: { kind: 'not-allowed' } });
    });
  }, [isRefused]);
  return { state, ask: () => void ask() };
}
