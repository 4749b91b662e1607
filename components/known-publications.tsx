import { useEffect, useState } from 'preact/hooks';
import type { PublicationId } from '../core/model/ids.ts';
import type { HitKey, Hits, PublicationHit } from '../core/protocol/look-up.ts';
import { PublicationItem } from './found-lists.tsx';
import type { PaneActions } from './pane-actions.ts';
import { NOTHING_ASKED } from './use-look-up.ts';
import { useWords } from './words.ts';

interface Props {
  readonly actions: Pick<PaneActions, 'lookUp' | 'readFresh' | 'seeFresh'>;
  readonly onOpen: (found: HitKey) => void;
}

/** The publications that most is said about, for a reader with nothing in front; new posts about each are counted. */
export function KnownPublications({ actions, onOpen }: Props) {
  const translate = useWords();
  const [known, setKnown] = useState<Hits<PublicationHit> | null>(null);
  const [fresh, setFresh] = useState<ReadonlyMap<PublicationId, number>>(new Map());
  useEffect(() => {
    let isWanted = true;
    // Where the library does not answer, the page in front says so.
    void actions.lookUp(NOTHING_ASKED).then(
      (answer) => isWanted && answer.kind === 'words' && setKnown(answer.publications),
      () => null,
    );
    void actions.readFresh().then(
      (counts) => isWanted && setFresh(new Map(counts.map(({ publication, posts }) => [publication, posts]))),
      () => null,
    );
    return () => {
      isWanted = false;
    };
  }, [actions]);
  const open = (found: HitKey) => {
    if (found.kind === 'publication' && fresh.has(found.id)) {
      setFresh(new Map([...fresh].filter(([id]) => id !== found.id)));
      actions.seeFresh(found.id);
    }
    onOpen(found);
  };
  if (known === null || known.total === 0) return null;
  return (
    <section>
      <h2 class="heading">{translate('known_heading')}</h2>
      <ul class="items">
        {known.items.map((found) => (
          <PublicationItem
            key={found.publication.id}
            found={found}
            fresh={fresh.get(found.publication.id)}
            onOpen={open}
          />
        ))}
      </ul>
    </section>
  );
}
