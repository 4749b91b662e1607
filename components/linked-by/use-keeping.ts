import { useState } from 'preact/hooks';
import type { KeepingRefusal, LinkedByRequests, LinkingPost } from '../../core/protocol/linked-by.ts';
import type { Ask } from '../../core/protocol/wire.ts';

/** Why a post was not kept, or not taken out; `no-answer`: the extension's own background gave none. */
export type KeepingTrouble = KeepingRefusal['kind'] | 'no-answer';

/** Keeps one post, or takes it out again; what is shown is what was done. */
export function useKeeping({ uri, isKept: wasKept }: Pick<LinkingPost, 'uri' | 'isKept'>, ask: Ask<LinkedByRequests>) {
  const [isKept, setKept] = useState(wasKept);
  const [isChanging, setChanging] = useState(false);
  const [trouble, setTrouble] = useState<KeepingTrouble | null>(null);
  const change = async () => {
    if (isChanging) return;
    setChanging(true);
    const answer = await ask(isKept ? 'dropKeptPost' : 'keepPost', { uri }).catch(() => null);
    setChanging(false);
    setTrouble(answer === null ? 'no-answer' : answer.ok ? null : answer.error.kind);
    if (answer?.ok) setKept(!isKept);
  };
  return { isKept, trouble, change: () => void change() };
}
