import { PublicationPage } from '../../../components/library/browse/publication-page.tsx';
import type { HitKey } from '../../../core/protocol/look-up.ts';
import { AskedView } from '../asked-view.tsx';
import { TakeAwayAll } from '../take-away.tsx';
import { useAsked } from '../use-asked.ts';
import type { ViewProps } from '../view.ts';
import { useAllPublications } from './use-all-publications.ts';

export function PublicationView({ route: { id }, ask }: ViewProps<'publication'>) {
  const found: HitKey = { kind: 'publication', id };
  const asked = useAsked(id, async () => {
    const [details, gloss] = await Promise.all([ask('describePublication', { id }), ask('describeFound', found)]);
    return details === null || gloss === null ? null : { details, gloss };
  });
  return (
    <AskedView asked={asked} next={useAllPublications()}>
      {(answer) => (
        <PublicationPage
          {...answer}
          describeMore={(wanted) => ask('describeMore', { of: { kind: 'found', found }, wanted })}
        >
          <TakeAwayAll
            title={answer.details.publication.title}
            gather={({ gatherPublication }, gathering) => gatherPublication(gathering, id)}
          />
        </PublicationPage>
      )}
    </AskedView>
  );
}
