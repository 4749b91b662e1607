import { addressOfRoute } from '../../../core/library-route.ts';
import type { Recommendation } from '../../../core/model/recommendation.ts';
import { findSharedWords } from '../../../core/text/shared-words.ts';
import { showNumber } from '../../dates.ts';
import { useLanguage, useWords } from '../../words.ts';

/** What each of the two publications is called for short, in any language. */
export const LETTERS = { first: 'A', second: 'B' } as const;

interface Props {
  /** Of which of the two publications. */
  readonly side: keyof typeof LETTERS;
  readonly recommendation: Recommendation;
  /** Words that the other one has too, marked in its text. */
  readonly sharedWords: readonly string[];
}

/** A recommendation with the letter of its publication and its own number, leading to its post. */
export function ComparedRecommendation({ side, recommendation, sharedWords }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const { number, section, text, post } = recommendation;
  return (
    <div class="compared">
      <p class="compared-head">
        <strong class="compare-letter">{LETTERS[side]}</strong>{' '}
        <a class="compared-number" href={addressOfRoute({ view: 'post', id: post })}>
          {section === null
            ? translate('copy_recommendation', showNumber(number, language))
            : translate('copy_recommendation_in', showNumber(number, language), section)}
        </a>
      </p>
      <p class="compared-text" dir="auto">
        {findSharedWords(text, sharedWords).map((piece) =>
          piece.isShared ? <mark key={piece.start}>{piece.text}</mark> : piece.text,
        )}
      </p>
    </div>
  );
}
