import { useEffect, useReducer } from 'preact/hooks';
import { Accounts } from '../../../components/accounts/accounts.tsx';
import { ViewHeading } from '../../../components/library/view-heading.tsx';
import { SavingNotice } from '../../../components/saving-notice.tsx';
import { useWords } from '../../../components/words.ts';
import type { KeptPosts } from '../../../core/protocol/linked-by.ts';
import { useAsked } from '../use-asked.ts';
import type { FollowedAccounts } from './follow-accounts.ts';

interface Props {
  readonly accounts: FollowedAccounts;
  /** An account to be looked at; empty for none. */
  readonly named: string;
  /** The first of the posts that are kept by themselves, and how many there are. */
  readonly readKept: () => Promise<KeptPosts>;
}

/** Whose posts are read, and all that is done with accounts, files and the network. */
export function AccountsView({ accounts, named, readKept }: Props) {
  const translate = useWords();
  const { answer: kept } = useAsked('kept', readKept);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => accounts.listen(() => redraw(undefined)), [accounts]);
  return (
    <>
      <ViewHeading title={translate('view_accounts')} />
      <p class="lead">{translate('accounts_about')}</p>
      <Accounts {...accounts.read()} named={named} kept={kept?.total ?? 0} />
      <SavingNotice saving={accounts.readSaving()} />
    </>
  );
}
