import type { LibraryRoute } from '../../core/library-route.ts';
import type { LibraryViewRequests } from '../../core/protocol/library-page.ts';
import type { LibraryState } from '../../core/protocol/library-state.ts';
import type { Ask } from '../../core/protocol/wire.ts';
import type { Go } from './router.ts';

/** What all views are given. */
export interface ViewDoors {
  readonly ask: Ask<LibraryViewRequests>;
  /** The way to elsewhere that is no link. */
  readonly go: Go;
  /** Undefined until the background has told it. */
  readonly library: LibraryState | undefined;
  /** Milliseconds since 1970 when the visit before this one ended: what came later is new. */
  readonly since: number;
}

export interface ViewProps<View extends LibraryRoute['view']> extends Pick<ViewDoors, 'ask' | 'go'> {
  readonly route: Extract<LibraryRoute, { readonly view: View }>;
}
