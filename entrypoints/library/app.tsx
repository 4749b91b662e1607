import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Copying, type CopyText } from '../../components/copy-button.tsx';
import { KeyboardHelp } from '../../components/library/keyboard-help.tsx';
import { SearchBox } from '../../components/library/search-box.tsx';
import { Shell } from '../../components/library/shell.tsx';
import { HeadingShown } from '../../components/library/view-heading.tsx';
import type { LibraryState } from '../../core/protocol/library-state.ts';
import type { FollowedAccounts } from './accounts/follow-accounts.ts';
import { LazyNotices } from './backup/lazy-notices.tsx';
import { listenForKeys } from './keys.ts';
import { ListShown } from './list-shown.ts';
import { type Place, viewKey } from './router.ts';
import { searchFor } from './search/search-for.ts';
import type { SearchDoors } from './search/search-view.tsx';
import { useAsked } from './use-asked.ts';
import type { ViewProps } from './view.ts';
import { View } from './views.tsx';

interface Props extends Omit<ViewProps<'search'>, 'route'>, Omit<SearchDoors, 'library'> {
  readonly place: Place;
  readonly keepItems: (items: number) => void;
  readonly accounts: FollowedAccounts;
  readonly readLibrary: () => Promise<LibraryState>;
  readonly copy: CopyText;
  readonly onHeading: (heading: HTMLElement) => void;
  readonly letterKeys: boolean;
}

/** What all views have in common, and the one that the address names. */
export function App({
  place: { route, by, kept },
  keepItems,
  readLibrary,
  copy,
  onHeading,
  letterKeys,
  ...doors
}: Props) {
  const { go } = doors;
  const field = useRef<HTMLInputElement>(null);
  const [isHelping, setIsHelping] = useState(false);
  const { answer: library } = useAsked('library', readLibrary);
  const text = route.view === 'search' ? route.text : '';
  // At once: what was switched off does nothing more as soon as that is shown.
  useLayoutEffect(() => {
    const end = new AbortController();
    const onSearch = () => {
      field.current?.focus();
      field.current?.select();
    };
    listenForKeys({ page: document, onSearch, onHelp: () => setIsHelping(true), letterKeys }, end.signal);
    return () => end.abort();
  }, [letterKeys]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only who opens the page to search is led to the box.
  useEffect(() => {
    if (by === 'start' && kept.scroll === 0 && route.view === 'search' && text === '') field.current?.focus();
  }, []);
  const box = (
    <SearchBox
      text={text}
      field={field}
      onType={(typed) => go(searchFor(typed, route), { sitting: 'words' })}
      onEnter={() => go(searchFor(text, route), route.view === 'search' ? 'replace' : 'push')}
      onDown={() => document.querySelector<HTMLElement>('main [data-item]')?.focus()}
    />
  );
  return (
    <Copying.Provider value={copy}>
      <HeadingShown.Provider value={onHeading}>
        <Shell route={route} searchBox={box} letterKeys={letterKeys} onHelp={() => setIsHelping(true)}>
          <LazyNotices route={route} />
          <ListShown.Provider value={{ items: kept.items, keep: keepItems, isBack: by === 'back' }}>
            <View key={viewKey(route)} route={route} library={library} {...doors} />
          </ListShown.Provider>
        </Shell>
        <KeyboardHelp isOpen={isHelping} letterKeys={letterKeys} onClose={() => setIsHelping(false)} />
      </HeadingShown.Provider>
    </Copying.Provider>
  );
}
