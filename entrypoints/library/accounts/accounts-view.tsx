import { useEffect, useReducer } from 'preact/hooks';
import { Accounts } from '../../../components/accounts/accounts.tsx';
import { ViewHeading } from '../../../components/library/view-heading.tsx';
import { SavingNotice } from '../../../components/saving-notice.tsx';
import { useWords } from '../../../components/words.ts';
import type { FollowedAccounts } from './follow-accounts.ts';

/** Whose posts are read, and all that is done with accounts, files and the network. */
export function AccountsView({ accounts }: { readonly accounts: FollowedAccounts }) {
  const translate = useWords();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => accounts.listen(() => redraw(undefined)), [accounts]);
  return (
    <>
      <ViewHeading title={translate('view_accounts')} />
      <p class="lead">{translate('accounts_about')}</p>
      <Accounts {...accounts.read()} />
      <SavingNotice saving={accounts.readSaving()} />
    </>
  );
}
