import { useState } from 'preact/hooks';
import { CompareChooser } from '../../../components/library/browse/compare-chooser.tsx';
import { ComparePage } from '../../../components/library/browse/compare-page.tsx';
import type { PublicationId } from '../../../core/model/ids.ts';
import type { Hits, LookUpAnswer, PublicationHit } from '../../../core/protocol/look-up.ts';
import { AskedView } from '../asked-view.tsx';
import { useAsked } from '../use-asked.ts';
import type { ViewProps } from '../view.ts';
import { useAllPublications } from './use-all-publications.ts';

type Props = ViewProps<'compare'>;

export function CompareView({ route: { first, second }, ask }: Props) {
  return second === null ? <Chooser first={first} ask={ask} /> : <Comparison pair={{ first, second }} ask={ask} />;
}

interface ComparisonProps extends Pick<Props, 'ask'> {
  readonly pair: { readonly first: PublicationId; readonly second: PublicationId };
}

function Comparison({ pair, ask }: ComparisonProps) {
  const asked = useAsked(`${pair.first} ${pair.second}`, () => ask('comparePublications', pair));
  return (
    <AskedView asked={asked} next={useAllPublications()}>
      {(comparison) => <ComparePage comparison={comparison} />}
    </AskedView>
  );
}

function Chooser({ first, ask }: Pick<Props, 'ask'> & { readonly first: PublicationId }) {
  const [words, setWords] = useState('');
  const details = useAsked(first, () => ask('describePublication', { id: first }));
  const found = useAsked(words, () => ask('lookUp', { asked: words, linkText: '' }));
  return (
    <AskedView asked={details} next={useAllPublications()}>
      {({ publication }) => (
        <CompareChooser first={publication} asked={words} found={publicationsIn(found.answer)} onAsk={setWords} />
      )}
    </AskedView>
  );
}

/** What is found may be an address: then it is what that leads to. */
function publicationsIn(answer: LookUpAnswer | undefined): Hits<PublicationHit> | null {
  if (answer === undefined) return null;
  if (answer.kind === 'words') return answer.publications;
  const { publication, counts } = answer.gloss;
  const items = publication === null ? [] : [{ publication, posts: counts.posts, foundIn: [] }];
  return { items, total: items.length };
}
