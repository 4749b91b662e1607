import type { LibraryRoute } from '../../core/library-route.ts';
import { askLinkedBy } from '../../platform/ask-linked-by.ts';
import { AccountsView } from './accounts/accounts-view.tsx';
import type { FollowedAccounts } from './accounts/follow-accounts.ts';
import { CompareView } from './browse/compare.tsx';
import { PostView } from './browse/post.tsx';
import { PublicationView } from './browse/publication.tsx';
import { PublicationsView } from './browse/publications.tsx';
import { ThreadView } from './browse/thread.tsx';
import { ThreadsView } from './browse/threads.tsx';
import { lazily } from './lazily.tsx';
import { type SearchDoors, SearchView } from './search/search-view.tsx';
import type { ViewProps } from './view.ts';

const BackupView = lazily(async () => (await import('./backup/backup-view.tsx')).BackupView);
const KeptView = lazily(async () => (await import('./kept/kept-view.tsx')).KeptView);
const NotesView = lazily(async () => (await import('./notes/notes-view.tsx')).NotesView);
const RecommendationsView = lazily(
  async () => (await import('./recommendations/recommendations-view.tsx')).RecommendationsView,
);

const readKept = () => askLinkedBy('listKeptPosts', { start: 0 });

interface Props extends SearchDoors, Omit<ViewProps<LibraryRoute['view']>, 'route'> {
  readonly route: LibraryRoute;
  readonly accounts: FollowedAccounts;
}

/** What the address names. */
export function View({ route, accounts, library, since, ...doors }: Props) {
  switch (route.view) {
    case 'search':
      return <SearchView route={route} library={library} since={since} {...doors} />;
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
    case 'notes':
      return <NotesView />;
    case 'recommendations':
      return <RecommendationsView route={route} {...doors} />;
    case 'kept':
      return <KeptView />;
    case 'accounts':
      return <AccountsView accounts={accounts} named={route.add ?? ''} readKept={readKept} />;
    case 'backup':
      return <BackupView />;
  }
}
