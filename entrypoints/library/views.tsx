import { ViewHeading } from '../../components/library/view-heading.tsx';
import { useWords } from '../../components/words.ts';
import type { LibraryRoute } from '../../core/library-route.ts';
import type { LibraryViewRequests } from '../../core/protocol/library-page.ts';
import type { Ask } from '../../core/protocol/wire.ts';
import { AccountsView } from './accounts/accounts-view.tsx';
import type { FollowedAccounts } from './accounts/follow-accounts.ts';
import { PublicationView } from './browse/publication.tsx';
import { PublicationsView } from './browse/publications.tsx';
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
      return <Placeholder view="publications" />;
    case 'threads':
      return <Placeholder view="threads" />;
    case 'thread':
      return <Placeholder view="threads" />;
    case 'post':
      return <Placeholder view="search" />;
    case 'accounts':
      return <AccountsView accounts={accounts} />;
  }
}

function Placeholder({ view }: { readonly view: 'search' | 'publications' | 'threads' }) {
  const translate = useWords();
  return <ViewHeading title={translate(`view_${view}`)} />;
}
