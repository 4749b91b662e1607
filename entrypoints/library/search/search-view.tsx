import { ViewHeading } from '../../../components/library/view-heading.tsx';
import { useWords } from '../../../components/words.ts';
import type { ViewProps } from '../view.ts';

export function SearchView(_: ViewProps<'search'>) {
  const translate = useWords();
  return <ViewHeading title={translate('view_search')} />;
}
