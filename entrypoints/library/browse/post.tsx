import { PostPage } from '../../../components/library/browse/post-page.tsx';
import { AskedView } from '../asked-view.tsx';
import { useAsked } from '../use-asked.ts';
import type { ViewProps } from '../view.ts';

export function PostView({ route: { id }, ask }: ViewProps<'post'>) {
  const asked = useAsked(id, () => ask('describePost', { id }));
  return <AskedView asked={asked}>{(details) => <PostPage details={details} />}</AskedView>;
}
