import type { RecommendationSection } from '../core/gloss/gloss.ts';
import type { PostId } from '../core/model/ids.ts';
import type { Recommendation } from '../core/model/recommendation.ts';
import { CopyButton } from './copy-button.tsx';
import { showNumber } from './dates.ts';
import { PassageButton } from './passage-button.tsx';
import type { PostContext } from './post-contexts.ts';
import { quoteRecommendation } from './quotes.ts';
import { useLanguage, useWords } from './words.ts';

interface Props {
  readonly sections: readonly RecommendationSection[];
  readonly postContexts: ReadonlyMap<PostId, PostContext>;
  readonly onShowPost: (id: PostId) => void;
}

/** The recommendations under the headings that the posts give them, each with the number it has there. */
export function Recommendations({ sections, postContexts, onShowPost }: Props) {
  const translate = useWords();
  if (sections.length === 0) return null;
  return (
    <section class="recommendations">
      <h2 tabIndex={-1}>{translate('heading_recommendations')}</h2>
      {sections.map(({ title, recommendations }) => (
        <div key={title}>
          {title !== null && <h3>{title}</h3>}
          <ol>
            {recommendations.map((each) => (
              <li
                key={`${each.thread} ${each.number}`}
                value={each.number}
                data-post={each.post}
                data-recommendation={each.number}
                tabIndex={-1}
              >
                {each.text}
                <RecommendationActions
                  recommendation={each}
                  context={postContexts.get(each.post)}
                  onShowPost={onShowPost}
                />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

interface ActionsProps extends Pick<Props, 'onShowPost'> {
  readonly recommendation: Recommendation;
  readonly context: PostContext | undefined;
}

function RecommendationActions({ recommendation, context, onShowPost }: ActionsProps) {
  const translate = useWords();
  const language = useLanguage();
  if (context === undefined) return null;
  const { ordinal } = context;
  return (
    <span class="actions">
      {' '}
      <button type="button" class="action" onClick={() => onShowPost(recommendation.post)}>
        {ordinal === null
          ? translate('recommendation_show_post')
          : translate('recommendation_show_post_numbered', showNumber(ordinal, language))}
      </button>
      <PassageButton subject={{ post: recommendation.post, recommendation: recommendation.number }} />
      <CopyButton
        label={translate('copy')}
        title={translate('copy_recommendation_title', showNumber(recommendation.number, language))}
        text={() => quoteRecommendation(translate, language, recommendation, context)}
      />
    </span>
  );
}
