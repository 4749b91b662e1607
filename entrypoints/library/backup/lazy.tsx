import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { NotLoaded, Waiting } from '../../../components/library/browse/states.tsx';
import type { LibraryRoute } from '../../../core/library-route.ts';

/** The view of backups, which is loaded when it is first asked for. */
export function LazyBackup() {
  const { Loaded, hasFailed, load } = useLoaded(() => import('./backup-view.tsx').then(({ BackupView }) => BackupView));
  if (Loaded !== null) return <Loaded />;
  return hasFailed ? <NotLoaded onTryAgain={load} /> : <Waiting />;
}

/** What is to be said of how the reader's own is kept; it is loaded once the page is there. */
export function LazyNotices({ route }: { readonly route: LibraryRoute }) {
  const { Loaded } = useLoaded(() => import('./notices.tsx').then(({ Notices }) => Notices));
  // The view of backups says all of it.
  return Loaded === null || route.view === 'backup' ? null : <Loaded />;
}

function useLoaded(find: () => Promise<ComponentType>) {
  const [Loaded, setLoaded] = useState<ComponentType | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    find().then(
      (found) => setLoaded(() => found),
      () => setFailed(true),
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is always the same.
  useEffect(load, []);
  return { Loaded, hasFailed, load };
}
