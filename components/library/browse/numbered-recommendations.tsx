import { useContext } from 'preact/hooks';
import type { Publication } from '../../../core/model/publication.ts';
import type { Recommendation } from '../../../core/model/recommendation.ts';
import { Beside } from '../../beside.ts';
import { useWords } from '../../words.ts';

interface Props {
  readonly recommendations: readonly Recommendation[];
  readonly publication: Publication | null;
  /** The places of posts in their thread, from 1. */
  readonly placeOf: (recommendation: Recommendation) => string | null;
  readonly onShowPost: (recommendation: Recommendation) => void;
}

/** Recommendations under the headings that the posts give them, each with the number it has there. */
export function NumberedRecommendations({ recommendations, publication, placeOf, onShowPost }: Props) {
  const translate = useWords();
  const beside = useContext(Beside);
  return [...Map.groupBy(recommendations, ({ section }) => section)].map(([section, of]) => (
    <div key={section}>
      {section !== null && (
        <h3 class="section-heading" dir="auto">
          {section}
        </h3>
      )}
      <ol class="numbered">
        {of.map((each) => {
          const place = placeOf(each);
          return (
            <li key={`${each.post} ${each.number}`} value={each.number}>
              <bdi>{each.text}</bdi>{' '}
              {place !== null && (
                <button type="button" class="action" onClick={() => onShowPost(each)}>
                  {translate('recommendation_show_post_numbered', place)}
                </button>
              )}
              {beside({ recommendation: each, publication })}
            </li>
          );
        })}
      </ol>
    </div>
  ));
}
