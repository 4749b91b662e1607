import { useEffect, useState } from 'preact/hooks';
import type { HitKey, Hits, LookUpAnswer, PublicationHit, Question } from '../core/protocol/look-up.ts';
import { PublicationItem } from './found-lists.tsx';
import { NOTHING_ASKED } from './use-look-up.ts';
import { useWords } from './words.ts';

interface Props {
  readonly lookUp: (question: Question) => Promise<LookUpAnswer>;
  readonly onOpen: (found: HitKey) => void;
}

/** The publications that most is said about, for a reader with nothing in front. */
export function KnownPublications({ lookUp, onOpen }: Props) {
  const translate = useWords();
  const [known, setKnown] = useState<Hits<PublicationHit> | null>(null);
  useEffect(() => {
    let isWanted = true;
    // Where the library does not answer, the page in front says so.
    void lookUp(NOTHING_ASKED).then(
      (answer) => isWanted && answer.kind === 'words' && setKnown(answer.publications),
      () => null,
    );
    return () => {
      isWanted = false;
    };
  }, [lookUp]);
  if (known === null || known.total === 0) return null;
  return (
    <section>
      <h2 class="heading">{translate('known_heading')}</h2>
      <ul class="items">
        {known.items.map((found) => (
          <PublicationItem key={found.publication.id} found={found} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}
