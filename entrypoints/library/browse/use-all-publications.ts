import { useWords } from '../../../components/words.ts';

/** Where to go on where a publication is not held any more. */
export function useAllPublications() {
  const translate = useWords();
  return {
    label: translate('library_browse_all_publications'),
    route: { view: 'publications', order: 'said', kind: null },
  } as const;
}
