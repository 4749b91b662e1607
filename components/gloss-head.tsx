import { explain } from '../core/gloss/explain.ts';
import type { Gloss } from '../core/gloss/gloss.ts';
import { keyPart } from '../core/message-key.ts';
import { Citations } from './citations.tsx';
import { say, useCount, useWords } from './words.ts';

interface CountsProps {
  readonly gloss: Gloss;
  readonly onShowRecommendations: () => void;
  readonly onShowPosts: () => void;
}

/** The publication, how sure and why, how much is said, and how to cite it. */
export function GlossHead(props: CountsProps) {
  const { gloss } = props;
  return (
    <header>
      <Claim gloss={gloss} />
      <Counts {...props} />
      {gloss.publication !== null && <Citations publication={gloss.publication} />}
    </header>
  );
}

/** What the address leads to, how sure that is, and why. */
export function Claim({ gloss: { match, publication } }: { readonly gloss: Gloss }) {
  const translate = useWords();
  return (
    <>
      <p class="kinds">
        <span class="kind">{translate(publication === null ? 'kind_none' : `kind_${keyPart(publication.kind)}`)}</span>
        {publication?.siteName != null && ` · ${publication.siteName}`}
      </p>
      <h1>{publication?.title ?? translate(`title_${match.sureness}`)}</h1>
      {publication?.titleIsCertain === false && <p class="notice">{translate('title_uncertain')}</p>}
      <p class={`sureness ${match.sureness}`}>
        <strong>{translate(`sureness_${match.sureness}`)}</strong>
        {match.reasons.length > 0 && ' · '}
        {match.reasons.map((reason) => say(translate, explain(reason))).join(' ')}
      </p>
    </>
  );
}

/** How much is said, as ways to it. */
export function Counts({ gloss, onShowRecommendations, onShowPosts }: CountsProps) {
  const say = useCount();
  const { posts, recommendations } = gloss.counts;
  if (posts === 0) return null;
  return (
    <p class="counts">
      <button type="button" class="action" onClick={onShowPosts}>
        {say('posts', posts)}
      </button>
      {recommendations > 0 && (
        <>
          {' · '}
          <button type="button" class="action" onClick={onShowRecommendations}>
            {say('recommendations', recommendations)}
          </button>
        </>
      )}
    </p>
  );
}
