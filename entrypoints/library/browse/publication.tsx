import { PublicationPage } from '../../../components/library/browse/publication-page.tsx';
import { useWords } from '../../../components/words.ts';
import type { HitKey } from '../../../core/protocol/look-up.ts';
import { useAsked } from '../use-asked.ts';
import type { ViewProps } from '../view.ts';
import { AskedView } from './asked-view.tsx';

export function PublicationView({ route: { id }, ask }: ViewProps<'publication'>) {
  const translate = useWords();
  const found: HitKey = { kind: 'publication', id };
  const asked = useAsked(id, async () => {
    const [details, gloss] = await Promise.all([ask('describePublication', { id }), ask('describeFound', found)]);
    return details === null || gloss === null ? null : { details, gloss };
  });
  const next = {
    label: translate('library_browse_all_publications'),
    route: { view: 'publications', order: 'said', kind: null },
  } as const;
  return (
    <AskedView asked={asked} next={next}>
      {(answer) => (
        <PublicationPage
          {...answer}
          describeMore={(wanted) => ask('describeMore', { of: { kind: 'found', found }, wanted })}
        />
      )}
    </AskedView>
  );
}
