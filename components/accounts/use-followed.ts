import { useEffect, useRef, useState } from 'preact/hooks';
import type { AccountState } from '../../core/protocol/accounts.ts';
import { showNumber } from '../dates.ts';
import { useCount, useLanguage, useWords } from '../words.ts';
import { type Followed, follow, nothingFollowed, type Telling } from './followed.ts';

/** What came of reading accounts while they are looked at, and a line that says the latest of it to who cannot see it. */
export function useFollowed(accounts: readonly AccountState[]) {
  const sayTelling = useTellings();
  const kept = useRef<Followed>(nothingFollowed);
  if (kept.current.accounts !== accounts) kept.current = follow(kept.current, accounts);
  const followed = kept.current;
  const [told, tell] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change is told of once.
  useEffect(() => {
    if (followed.tellings.length > 0) tell(followed.tellings.map(sayTelling).join(' '));
  }, [followed]);
  return { added: followed.added, told, tell };
}

function useTellings(): (telling: Telling) => string {
  const translate = useWords();
  const language = useLanguage();
  const count = useCount();
  return ({ kind, account: { profile, reading }, added }) => {
    const name = profile.displayName;
    if (kind === 'part' && reading !== null)
      return translate('tell_part', name, count('posts', reading.posts), showNumber(reading.of ?? 0, language));
    if (kind === 'read' && added !== null)
      return added > 0 ? translate('tell_added', name, count('posts', added)) : translate('tell_nothing_new', name);
    return translate(`tell_${kind}`, name);
  };
}
