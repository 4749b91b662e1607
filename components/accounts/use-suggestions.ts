import { useRef, useState } from 'preact/hooks';
import type { Did } from '../../core/model/ids.ts';
import type { AccountRequests, AccountSuggestion, SuggestionPage } from '../../core/protocol/accounts.ts';
import type { Ask } from '../../core/protocol/wire.ts';
import type { Trouble } from './trouble.tsx';

/** Accounts that were asked for, a page at a time. */
export interface Suggested {
  /** Whose follows these are; null where they are mentioned by posts. */
  readonly by: Did | null;
  readonly accounts: readonly AccountSuggestion[];
  /** Where more begin; null where there are no more, or none came yet. */
  readonly cursor: string | null;
  /** Where those begin that came last. */
  readonly newFrom: number;
  readonly isWaiting: boolean;
  readonly trouble: Trouble | null;
}

const NO_ANSWER: Trouble = { kind: 'no-answer' };

/** Asks for suggestions; what was asked before counts no more. */
export function useSuggestions(ask: Ask<AccountRequests>) {
  const [suggested, setSuggested] = useState<Suggested | null>(null);
  const latest = useRef(0);
  const find = async (by: Did | null, before: Suggested | null): Promise<void> => {
    latest.current += 1;
    const own = latest.current;
    const accounts = before?.accounts ?? [];
    const cursor = before?.cursor ?? null;
    const waiting: Suggested = { by, accounts, cursor, newFrom: accounts.length, isWaiting: true, trouble: null };
    setSuggested(waiting);
    const page = await askFor(by, cursor).catch(() => NO_ANSWER);
    if (own !== latest.current) return;
    setSuggested('kind' in page ? { ...waiting, isWaiting: false, trouble: page } : join(waiting, page));
  };
  const askFor = async (by: Did | null, cursor: string | null): Promise<SuggestionPage | Trouble> => {
    if (by === null) return ask('suggestMentioned', {});
    const answer = await ask('suggestFollowed', { did: by, cursor });
    return answer.ok ? answer.value : answer.error;
  };
  return {
    suggested,
    find: (by: Did | null) => find(by, null),
    findMore: () => (suggested === null ? Promise.resolve() : find(suggested.by, suggested)),
  };
}

/** Follows that are paged can come twice, where somebody was followed meanwhile. */
function join(before: Suggested, { suggestions, cursor }: SuggestionPage): Suggested {
  const known = new Set(before.accounts.map(({ handle }) => handle));
  const fresh = suggestions.filter(({ handle }) => !known.has(handle));
  return { ...before, accounts: [...before.accounts, ...fresh], cursor, isWaiting: false };
}
