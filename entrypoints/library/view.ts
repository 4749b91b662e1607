import type { LibraryRoute } from '../../core/library-route.ts';
import type { LibraryViewRequests } from '../../core/protocol/library-page.ts';
import type { Ask } from '../../core/protocol/wire.ts';
import type { Go } from './router.ts';

/** What a view is given: where it is, whom to ask, and the way to elsewhere that is no link. */
export interface ViewProps<View extends LibraryRoute['view']> {
  readonly route: Extract<LibraryRoute, { readonly view: View }>;
  readonly ask: Ask<LibraryViewRequests>;
  readonly go: Go;
}
