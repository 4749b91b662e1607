import { showDay } from '../../../components/dates.ts';
import { useLanguage, useWords } from '../../../components/words.ts';
import { keyPart } from '../../../core/message-key.ts';
import { readBound, readQuery, withFilter } from '../../../core/search/query.ts';
import type { WrittenFilter } from '../../../core/search/query-parts.ts';

/** Says a filter in words, as in “From 1 Jan 2025”. */
export function useSayFilter(): (filter: WrittenFilter) => string {
  const translate = useWords();
  const language = useLanguage();
  return ({ name, value }) => {
    const read = readQuery(withFilter('', name, value)).filters;
    switch (name) {
      case 'kind':
        return translate(`filter_kind_${read.kinds[0] ?? 'post'}`);
      case 'account':
        return `@${value.replace(/^@/, '')}`;
      case 'from':
      case 'to': {
        const day = readBound(value, name);
        return translate(`chip_${name}`, day === null ? value : showDay(day, language));
      }
      case 'is':
        return translate(read.isDue ? 'search_own_due' : 'filter_since_visit');
      case 'has':
        return translate(read.hasNote ? 'search_own_has_note' : 'search_own_has_follow_up');
      case 'response':
        return translate(
          'search_own_chip_response',
          translate(`search_own_response_${keyPart(read.responses[0] ?? 'none')}`),
        );
      case 'progress':
        return translate(
          'search_own_chip_progress',
          translate(`search_own_progress_${keyPart(read.progress[0] ?? 'not-started')}`),
        );
      case 'publication':
        return translate('chip_publication', value);
      case 'site':
        return translate('chip_site', value);
    }
  };
}
