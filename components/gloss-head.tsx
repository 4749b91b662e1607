import { countPosts, countRecommendations, type Gloss } from '../core/gloss.ts';
import { explain } from '../core/match/explain.ts';
import { Citations } from './citations.tsx';
import { showNumber } from './dates.ts';
import { say, useLanguage, useWords } from './words.ts';

interface Props {
  readonly gloss: Gloss;
  readonly onShowRecommendations: () => void;
  readonly onShowPosts: () => void;
}

/** What a gloss says at a glance: the publication, how sure and why, and how much is said. */
export function GlossHead({ gloss, onShowRecommendations, onShowPosts }: Props) {
  const translate = useWords();
  const { match, publication } = gloss;
  return (
    <header>
      <p class="kinds">
        <span class="kind">
          {translate(publication === null ? 'kind_none' : `kind_${publication.kind.replace('-', '_')}`)}
        </span>
        {publication?.siteName != null && ` · ${publication.siteName}`}
      </p>
      <h1>{publication?.title ?? translate(`title_${match.sureness}`)}</h1>
      {publication?.titleIsCertain === false && <p class="note">{translate('title_uncertain')}</p>}
      <p class={`sureness ${match.sureness}`}>
        <strong>{translate(`sureness_${match.sureness}`)}</strong>{' '}
        {match.reasons.map((reason) => say(translate, explain(reason))).join(' ')}
      </p>
      <Counts gloss={gloss} onShowRecommendations={onShowRecommendations} onShowPosts={onShowPosts} />
      {publication !== null && <Citations publication={publication} />}
    </header>
  );
}

/** How much is said, as ways to it. */
function Counts({ gloss, onShowRecommendations, onShowPosts }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const [posts, recommendations] = [countPosts(gloss), countRecommendations(gloss)];
  if (posts === 0) return null;
  return (
    <p class="counts">
      <button type="button" class="action" onClick={onShowPosts}>
        {translate('count_posts', showNumber(posts, language))}
      </button>
      {recommendations > 0 && (
        <>
          {' · '}
          <button type="button" class="action" onClick={onShowRecommendations}>
            {translate('count_recommendations', showNumber(recommendations, language))}
          </button>
        </>
      )}
    </p>
  );
}
