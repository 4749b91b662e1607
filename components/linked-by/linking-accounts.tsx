import { profileAddress } from '../../core/cite/bluesky.ts';
import type { LinkedBy, LinkingAccount } from '../../core/protocol/linked-by.ts';
import { AwayLink } from '../away-link.tsx';
import { BoundedList } from '../bounded-list.tsx';
import { useWords } from '../words.ts';
import type { LinkedByDoors } from './doors.ts';
import { LinkingPostItem } from './linking-post.tsx';

/** Accounts and posts of each that are shown before the reader asks for more. */
const FIRST_ACCOUNTS = 20;
const FIRST_POSTS = 5;

interface Props {
  readonly linkedBy: LinkedBy;
  readonly doors: LinkedByDoors;
  /** Whether it is a part of a page that has a heading of its own. */
  readonly isPart: boolean;
}

/** The posts, grouped by who wrote them. */
export function LinkingAccounts({ linkedBy: { accounts }, doors, isPart }: Props) {
  if (accounts.length === 0) return null;
  return (
    <BoundedList items={accounts} first={FIRST_ACCOUNTS} className="linked-by-accounts">
      {(account) => (
        <li key={account.did} class="linked-by-account">
          <AccountHead
            account={account}
            level={isPart ? 'h3' : 'h2'}
            onAdd={() => doors.onAddAccount(account.handle)}
          />
          <BoundedList items={account.posts} first={FIRST_POSTS} className="linked-by-posts">
            {(post) => <LinkingPostItem key={post.uri} post={post} ask={doors.ask} />}
          </BoundedList>
        </li>
      )}
    </BoundedList>
  );
}

interface HeadProps {
  readonly account: LinkingAccount;
  readonly level: 'h2' | 'h3';
  readonly onAdd: () => void;
}

function AccountHead({ account, level: Heading, onAdd }: HeadProps) {
  const translate = useWords();
  const { did, handle, name, isInLibrary } = account;
  return (
    <>
      <Heading class="linked-by-who">
        <bdi>{name || handle}</bdi> <bdi class="linked-by-handle">@{handle}</bdi>
      </Heading>
      <p class="linked-by-ways">
        {isInLibrary ? (
          <span class="linked-by-known">{translate('linked_by_account_known')}</span>
        ) : (
          <button
            type="button"
            class="action"
            aria-label={translate('linked_by_add_title', `@${handle}`)}
            onClick={onAdd}
          >
            {translate('linked_by_add')}
          </button>
        )}
        <AwayLink
          address={profileAddress(did)}
          label={translate('linked_by_profile')}
          title={translate('feed_account_title', `@${handle}`)}
        />
      </p>
    </>
  );
}
