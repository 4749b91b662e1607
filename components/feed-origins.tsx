import { profileAddress } from '../core/cite/bluesky.ts';
import type { FeedOrigin } from '../core/gloss/gloss.ts';
import { AwayLink } from './away-link.tsx';
import { showDay } from './dates.ts';
import { UpdateButton } from './update-button.tsx';
import { useLanguage, useWords } from './words.ts';

/** Where the posts come from, how fresh they are, and what such a feed does not say of them. */
export function FeedOrigins({ feeds }: { readonly feeds: readonly FeedOrigin[] }) {
  const translate = useWords();
  const language = useLanguage();
  // Posts that are kept by themselves say each whose they are.
  const ofAccounts = feeds.filter(({ origin }) => origin.kind !== 'kept');
  if (ofAccounts.length === 0) return null;
  return (
    <footer>
      {ofAccounts.map(({ id, origin, handle, displayName, asOf }) => (
        <p key={id}>
          {translate('feed_note', displayName, `@${handle}`, asOf === null ? '–' : showDay(asOf, language))}{' '}
          {origin.kind === 'text-page' && `${translate('feed_may_repost')} `}
          <AwayLink
            address={profileAddress('did' in origin ? origin.did : handle)}
            label={translate('feed_account')}
            title={translate('feed_account_title', `@${handle}`)}
          />{' '}
          <UpdateButton key={asOf} feed={id} of={displayName} />
        </p>
      ))}
    </footer>
  );
}
