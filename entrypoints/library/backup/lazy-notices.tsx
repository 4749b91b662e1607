import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LibraryRoute } from '../../../core/library-route.ts';

/** What is to be said of how the reader's own is kept; it is loaded once the page is there. */
export function LazyNotices({ route }: { readonly route: LibraryRoute }) {
  const [Loaded, setLoaded] = useState<ComponentType | null>(null);
  useEffect(() => {
    // Where that fails the extension is gone or new, and the page with it.
    import('./notices.tsx').then(
      ({ Notices }) => setLoaded(() => Notices),
      () => {},
    );
  }, []);
  // The view of backups says all of it.
  return Loaded === null || route.view === 'backup' ? null : <Loaded />;
}
