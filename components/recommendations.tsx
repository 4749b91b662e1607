import { useContext } from 'preact/hooks';
import { countShownRecommendations, type Gloss, type GlossRecommendation } from '../core/gloss/gloss.ts';
import type { Wanted } from '../core/gloss/more.ts';
import type { PostId } from '../core/model/ids.ts';
import type { Post } from '../core/model/post.ts';
import { Beside } from './beside.ts';
import { CopyButton } from './copy-button.tsx';
import { showNumber } from './dates.ts';
import { PassageButton } from './passage-button.tsx';
import { originalOf, quoteRecommendation } from './quotes.ts';
import { ShowMore, ShownOf } from './show-more.tsx';
import type { Missing } from './use-more.ts';
import { useLanguage, useWords } from './words.ts';

interface Props {
  readonly gloss: Gloss;
  /** Of the recommendations, or a post that one of them stands in. */
  readonly missing: Missing | null;
  /** Null where no more is to be had here. */
  readonly onAsk: ((wanted: Wanted) => void) | null;
  readonly onShowPost: (id: PostId) => void;
}

/** The recommendations under the headings that the posts give them, each with the number it has there. */
export function Recommendations({ gloss, missing, onAsk, onShowPost }: Props) {
  const translate = useWords();
  const { sections, counts, next } = gloss;
  const shown = countShownRecommendations(gloss);
  if (sections.length === 0) return null;
  return (
    <section class="recommendations" aria-busy={missing?.hasFailed === false}>
      <h2 tabIndex={-1}>
        {translate('heading_recommendations')}
        <ShownOf shown={shown} all={counts.recommendations} />
      </h2>
      {sections.map(({ title, recommendations }) => (
        <div key={title}>
          {title !== null && <h3>{title}</h3>}
          <ol>
            {recommendations.map((each) => (
              <li
                key={`${each.post} ${each.number}`}
                value={each.number}
                data-post={each.post}
                data-recommendation={each.number}
                tabIndex={-1}
              >
                {each.text}
                <RecommendationActions
                  recommendation={each}
                  gloss={gloss}
                  onShowPost={onAsk !== null || isShown(each.post, gloss) ? onShowPost : null}
                />
              </li>
            ))}
          </ol>
        </div>
      ))}
      <ShowMore next={next.recommendations} left={counts.recommendations - shown} missing={missing} onAsk={onAsk} />
    </section>
  );
}

function isShown(id: PostId, gloss: Gloss): boolean {
  return findShown(id, gloss) !== undefined;
}

function findShown(id: PostId, { conversations }: Gloss): Post | undefined {
  return conversations.flatMap(({ posts }) => posts).find((post) => post.id === id);
}

interface ActionsProps extends Pick<Props, 'gloss'> {
  /** Null where that post cannot be shown. */
  readonly onShowPost: Props['onShowPost'] | null;
  readonly recommendation: GlossRecommendation;
}

function RecommendationActions({ recommendation, gloss, onShowPost }: ActionsProps) {
  const translate = useWords();
  const language = useLanguage();
  const { source } = recommendation;
  const beside = useContext(Beside)({ recommendation, publication: gloss.publication });
  if (source === null) return beside;
  const { ordinal, time } = source;
  const post = findShown(recommendation.post, gloss);
  const original = post === undefined ? { time, author: null, address: null } : originalOf(post);
  const from = {
    ...original,
    feed: gloss.feeds.find(({ id }) => id === source.feed),
    publication: gloss.publication,
  };
  return (
    <span class="actions">
      {' '}
      {onShowPost !== null && (
        <button type="button" class="action" onClick={() => onShowPost(recommendation.post)}>
          {ordinal === null
            ? translate('recommendation_show_post')
            : translate('recommendation_show_post_numbered', showNumber(ordinal, language))}
        </button>
      )}
      <PassageButton subject={{ post: recommendation.post, recommendation: recommendation.number }} />
      <CopyButton
        label={translate('copy')}
        title={translate('copy_recommendation_title', showNumber(recommendation.number, language))}
        text={() => quoteRecommendation(translate, language, recommendation, from)}
      />
      {beside}
    </span>
  );
}
