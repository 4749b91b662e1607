import { useState } from 'preact/hooks';
import type { Did, FeedId } from '../../core/model/ids.ts';
import type { AccountRequests, AccountsState, BundledFeedState } from '../../core/protocol/accounts.ts';
import type { Ask, RequestOf } from '../../core/protocol/wire.ts';
import { useWords } from '../words.ts';
import type { Trouble } from './trouble.tsx';

interface Doors {
  readonly state: AccountsState;
  readonly ask: Ask<AccountRequests>;
  /** Reads the accounts anew; settles when they are shown. */
  readonly onChanged: () => Promise<void>;
}

/** What is done with accounts that are there; `tell` says it to who cannot see it. */
export function useAccountActions({ state, ask, onChanged }: Doors, tell: (told: string) => void) {
  const translate = useWords();
  const [hasFailed, setFailed] = useState(false);
  const [updates, setUpdates] = useState<ReadonlyMap<FeedId, 'asking' | Trouble>>(new Map());
  const put = (feed: FeedId, came: 'asking' | Trouble | null) =>
    setUpdates((latest) => {
      const others = [...latest].filter(([id]) => id !== feed);
      return new Map(came === null ? others : [...others, [feed, came]]);
    });
  const act = async <Name extends keyof AccountRequests>(
    name: Name,
    request: RequestOf<AccountRequests, Name>,
  ): Promise<boolean> => {
    const isDone = await ask(name, request).then(
      () => true,
      () => false,
    );
    setFailed(!isDone);
    await onChanged();
    return isDone;
  };
  return {
    /** Whether the last of these was not answered. */
    hasFailed,
    /** What became of bringing bundled feeds up to date. */
    updates,
    act,
    async remove(did: Did): Promise<void> {
      const name = state.accounts.find((account) => account.did === did)?.profile.displayName ?? '';
      if (await act('removeAccount', { did })) tell(translate('tell_removed', name));
    },
    async removeText(feed: FeedId): Promise<void> {
      const name = state.texts.find((page) => page.feed === feed)?.displayName ?? '';
      if (await act('removeText', { feed })) tell(translate('tell_removed', name));
    },
    async bringUpToDate({ id, displayName }: BundledFeedState): Promise<void> {
      put(id, 'asking');
      const answer = await ask('bringUpToDate', { feed: id }).catch(() => null);
      if (answer?.ok) {
        await onChanged();
        tell(translate('tell_adding', displayName));
      }
      put(id, answer === null ? { kind: 'no-answer' } : answer.ok ? null : answer.error);
    },
  };
}
