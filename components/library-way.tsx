import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Gloss } from '../core/gloss/gloss.ts';
import type { LibraryRoute } from '../core/library-route.ts';
import { Beside } from './beside.ts';
import { useWords } from './words.ts';

/** Opens the library at a route; null where there is no way there. */
export const InLibrary = createContext<((route: LibraryRoute) => void) | null>(null);

/** Leads from what is said of a publication to its place in the library; what stands beside it comes after. */
export function LibraryWay({ gloss: { publication, counts } }: { readonly gloss: Gloss }) {
  const translate = useWords();
  const open = useContext(InLibrary);
  const beside = useContext(Beside);
  if (publication === null || open === null) return null;
  return (
    <>
      <p class="cite library-way">
        <button type="button" class="action" onClick={() => open({ view: 'publication', id: publication.id })}>
          {translate('open_in_library')}
        </button>
      </p>
      {beside({ publication, recommendations: counts.recommendations })}
    </>
  );
}
