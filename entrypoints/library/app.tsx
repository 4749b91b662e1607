import { useRef } from 'preact/hooks';
import { SearchBox } from '../../components/library/search-box.tsx';
import { Shell } from '../../components/library/shell.tsx';
import { HeadingShown } from '../../components/library/view-heading.tsx';
import { startOrder } from '../../core/library-route.ts';
import type { LibraryViewRequests } from '../../core/protocol/library-page.ts';
import type { Ask } from '../../core/protocol/wire.ts';
import type { FollowedAccounts } from './accounts/follow-accounts.ts';
import { type Go, type Place, viewKey } from './router.ts';
import { View } from './views.tsx';

interface Props {
  readonly place: Place;
  readonly accounts: FollowedAccounts;
  readonly ask: Ask<LibraryViewRequests>;
  readonly go: Go;
  readonly onHeading: (heading: HTMLElement) => void;
}

export function App({ place: { route }, ask, accounts, go, onHeading }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const text = route.view === 'search' ? route.text : '';
  const order = route.view === 'search' && route.order !== startOrder(text) ? route.order : null;
  const search = (next: string) => ({ view: 'search', text: next, order: order ?? startOrder(next) }) as const;
  const box = (
    <SearchBox
      text={text}
      field={field}
      onType={(typed) => go(search(typed), 'type')}
      onEnter={() => go(search(text), route.view === 'search' ? 'replace' : 'push')}
      onDown={() => document.querySelector<HTMLElement>('main [data-hit]')?.focus()}
    />
  );
  return (
    <HeadingShown.Provider value={onHeading}>
      <Shell route={route} searchBox={box}>
        <View key={viewKey(route)} route={route} ask={ask} accounts={accounts} go={go} />
      </Shell>
    </HeadingShown.Provider>
  );
}
