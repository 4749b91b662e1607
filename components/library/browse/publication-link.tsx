import { addressOfRoute } from '../../../core/library-route.ts';
import type { Publication } from '../../../core/model/publication.ts';

/** A publication by its title, leading to its own view. */
export function PublicationLink({ publication: { id, title } }: { readonly publication: Publication }) {
  return (
    <a class="link" dir="auto" href={addressOfRoute({ view: 'publication', id })}>
      {title}
    </a>
  );
}
