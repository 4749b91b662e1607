import { PublicationListView } from '../../../components/library/browse/publication-list.tsx';
import { AskedView } from '../asked-view.tsx';
import { useParts } from '../use-parts.ts';
import type { ViewProps } from '../view.ts';

export function PublicationsView({ route, ask }: ViewProps<'publications'>) {
  const { order, kind } = route;
  const { more, ...asked } = useParts(`${order} ${kind}`, (start) => ask('listPublications', { order, kind, start }));
  return <AskedView asked={asked}>{(list) => <PublicationListView route={route} list={list} more={more} />}</AskedView>;
}
