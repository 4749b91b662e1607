import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PublicationId } from '../core/model/ids.ts';
import type { Publication } from '../core/model/publication.ts';
import { Beside } from './beside.ts';
import { useWords } from './words.ts';

/** Opens the library at a publication; null where there is no way there. */
export const InLibrary = createContext<((publication: PublicationId) => void) | null>(null);

/** Leads from what is said of a publication to its place in the library; what stands beside it comes after. */
export function LibraryWay({ publication }: { readonly publication: Publication | null }) {
  const translate = useWords();
  const open = useContext(InLibrary);
  const beside = useContext(Beside);
  if (publication === null || open === null) return null;
  return (
    <>
      <p class="cite library-way">
        <button type="button" class="action" onClick={() => open(publication.id)}>
          {translate('open_in_library')}
        </button>
      </p>
      {beside({ publication })}
    </>
  );
}
