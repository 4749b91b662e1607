import type { ComponentChildren } from 'preact';
import { addressOfRoute, type LibraryRoute, recommendationsRoute } from '../../core/library-route.ts';
import { useWords } from '../words.ts';

interface Props {
  readonly route: LibraryRoute;
  readonly searchBox: ComponentChildren;
  /** Whether “?” leads to the same. */
  readonly letterKeys: boolean;
  /** Shows what the keyboard does. */
  readonly onHelp: () => void;
  readonly children: ComponentChildren;
}

const VIEWS = [
  { view: 'search', text: '', order: 'day' },
  { view: 'publications', order: 'said', kind: null },
  { view: 'threads' },
  recommendationsRoute(),
  { view: 'notes' },
  { view: 'accounts' },
  { view: 'backup' },
] as const satisfies readonly LibraryRoute[];

/** Under which of the views each stands. */
const WITHIN = {
  search: 'search',
  publications: 'publications',
  publication: 'publications',
  compare: 'publications',
  threads: 'threads',
  thread: 'threads',
  post: 'search',
  notes: 'notes',
  recommendations: 'recommendations',
  accounts: 'accounts',
  kept: 'accounts',
  backup: 'backup',
} as const satisfies Readonly<Record<LibraryRoute['view'], (typeof VIEWS)[number]['view']>>;

/** What stays while views change: the search and the ways to the views. */
export function Shell({ route, searchBox, letterKeys, onHelp, children }: Props) {
  const translate = useWords();
  return (
    <>
      <a class="skip-link" href="#main">
        {translate('shell_skip')}
      </a>
      <header class="shell-head">
        <a class="shell-name" href={addressOfRoute(VIEWS[0])}>
          <img class="shell-icon" src="/icon/48.png" alt="" width="28" height="28" />
          {translate('shell_name')}
        </a>
        {searchBox}
      </header>
      <nav aria-label={translate('shell_views')}>
        <ul class="shell-views">
          {VIEWS.map((each) => (
            <li key={each.view}>
              <a class="shell-view" href={addressOfRoute(each)} aria-current={currentOf(each.view, route.view)}>
                {translate(`view_${each.view}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" class="shell-main" tabIndex={-1}>
        {children}
      </main>
      <footer class="shell-foot">
        <button type="button" class="action for-desks" onClick={onHelp}>
          {translate('keys_title')} {letterKeys && <kbd class="key">?</kbd>}
        </button>
        <a class="link" href="/options.html">
          {translate('popup_open_options')}
        </a>
        <a class="link" href="/requests.html">
          {translate('requests_title')}
        </a>
      </footer>
    </>
  );
}

function currentOf(link: (typeof VIEWS)[number]['view'], shown: LibraryRoute['view']): 'page' | 'true' | undefined {
  if (link === shown) return 'page';
  return WITHIN[shown] === link ? 'true' : undefined;
}
