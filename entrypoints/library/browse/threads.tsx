import { ThreadListView } from '../../../components/library/browse/thread-list.tsx';
import { AskedView } from '../asked-view.tsx';
import { useParts } from '../use-parts.ts';
import type { ViewProps } from '../view.ts';

export function ThreadsView({ ask }: ViewProps<'threads'>) {
  const { more, ...asked } = useParts('', (start) => ask('listThreads', { start }));
  return <AskedView asked={asked}>{(list) => <ThreadListView list={list} more={more} />}</AskedView>;
}
