import { ViewHeading } from '../../components/library/view-heading.tsx';
import { useWords } from '../../components/words.ts';
import type { LibraryRoute } from '../../core/library-route.ts';
import type { LibraryViewRequests } from '../../core/protocol/library-page.ts';
import type { Ask } from '../../core/protocol/wire.ts';
import { AccountsView } from './accounts/accounts-view.tsx';
import type { FollowedAccounts } from './accounts/follow-accounts.ts';
import { CompareView } from './browse/compare.tsx';
import { PostView } from './browse/post.tsx';
import { PublicationView } from './browse/publication.tsx';
import { PublicationsView } from './browse/publications.tsx';
import { ThreadView } from './browse/thread.tsx';
import { ThreadsView } from './browse/threads.tsx';
import type { Go } from './router.ts';
import { SearchView } from './search/search-view.tsx';

interface Props {
  readonly route: LibraryRoute;
  readonly accounts: FollowedAccounts;
  readonly ask: Ask<LibraryViewRequests>;
  readonly go: Go;
}

/** What the address names. */
export function View({ route, accounts, ...doors }: Props) {
  switch (route.view) {
    case 'search':
      return <SearchView route={route} {...doors} />;
    case 'publications':
      return <PublicationsView route={route} {...doors} />;
    case 'publication':
      return <PublicationView route={route} {...doors} />;
    case 'compare':
      return <CompareView route={route} {...doors} />;
    case 'threads':
      return <ThreadsView route={route} {...doors} />;
    case 'thread':
      return <ThreadView route={route} {...doors} />;
    case 'post':
      return <PostView route={route} {...doors} />;
    case 'accounts':
      return <AccountsView accounts={accounts} />;
  }
}

function Placeholder({ view }: { readonly view: 'search' | 'publications' | 'threads' }) {
  const translate = useWords();
  return <ViewHeading title={translate(`view_${view}`)} />;
}
