import { showDay } from '../../../components/dates.ts';
import { useLanguage, useWords } from '../../../components/words.ts';
import { readBound, readQuery, type WrittenFilter, withFilter } from '../../../core/search/query.ts';

/** Says a filter in words, as in “From 1 Jan 2025”. */
export function useSayFilter(): (filter: WrittenFilter) => string {
  const translate = useWords();
  const language = useLanguage();
  return ({ name, value }) => {
    switch (name) {
      case 'kind':
        return translate(`filter_kind_${readQuery(withFilter('', name, value)).filters.kinds[0] ?? 'post'}`);
      case 'account':
        return `@${value.replace(/^@/, '')}`;
      case 'from':
      case 'to': {
        const day = readBound(value, name);
        return translate(`chip_${name}`, day === null ? value : showDay(day, language));
      }
      case 'is':
        return translate('filter_since_visit');
      case 'publication':
        return translate('chip_publication', value);
      case 'site':
        return translate('chip_site', value);
    }
  };
}
