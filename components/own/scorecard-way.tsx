import { useContext, useEffect, useState } from 'preact/hooks';
import { recommendationsRoute } from '../../core/library-route.ts';
import type { PublicationId } from '../../core/model/ids.ts';
import type { ActedOn } from '../../core/protocol/own.ts';
import type { About } from '../beside.ts';
import { showNumber } from '../dates.ts';
import { InLibrary } from '../library-way.tsx';
import { useLanguage, useWords } from '../words.ts';
import { OwnContext } from './own.ts';

interface Props {
  readonly item: { readonly publication: About; readonly recommendations?: number };
}

/**
 * The way to what became of a publication's recommendations, which says how many were acted on. It stands from the first on,
 * so that nothing moves when that is known.
 */
export function ScorecardWay({ item: { publication, recommendations = 0 } }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const open = useContext(InLibrary);
  const counted = useActedOn(publication.id);
  if (recommendations === 0 || open === null) return null;
  return (
    <p class="cite library-way">
      <button
        type="button"
        class="action"
        title={translate('follow_acted_on_about')}
        onClick={() => open(recommendationsRoute({ publication: publication.id }))}
      >
        {counted === null
          ? translate('follow_way')
          : translate(
              'follow_way_acted_on',
              showNumber(counted.actedOn, language),
              showNumber(counted.total, language),
            )}
      </button>
    </p>
  );
}

/** As it is by now; null until it is known, and where nothing was followed up. */
function useActedOn(publication: PublicationId): ActedOn | null {
  const own = useContext(OwnContext);
  const [counted, setCounted] = useState<ActedOn | null>(null);
  useEffect(() => {
    let isOver = false;
    let asked = 0;
    const ask = async () => {
      asked += 1;
      const at = asked;
      const answer = await own?.ask('countActedOn', { publication }).catch(() => null);
      if (!isOver && at === asked) setCounted(answer ?? null);
    };
    void ask();
    const end = own?.onChange(() => void ask());
    return () => {
      isOver = true;
      end?.();
    };
  }, [own, publication]);
  return counted;
}
