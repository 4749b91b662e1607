import type { RecommendationSubject } from '../../core/model/own.ts';
import { showNumber } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';

/** Which recommendation it is: its number and publication, and its words. */
export function SubjectLine({ subject: { number, words, publication } }: { readonly subject: RecommendationSubject }) {
  const translate = useWords();
  const language = useLanguage();
  const name = translate('passage_recommendation', showNumber(number, language));
  return (
    <>
      <span class="item-meta">{[name, ...(publication === null ? [] : [publication.title])].join(' · ')}</span>{' '}
      <span class="bearing-words" dir="auto">
        {words}
      </span>
    </>
  );
}
