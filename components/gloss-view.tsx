import { countPosts, countRecommendations, type Gloss } from '../core/gloss.ts';
import { explain } from '../core/match/explain.ts';
import { ConversationView } from './conversation.tsx';
import { FeedNotes } from './feed-notes.tsx';
import { Recommendations } from './recommendations.tsx';
import { say, useWords } from './words.ts';

/** All that is known about one address: the publication, how sure, why, and what is said. */
export function GlossView({ gloss }: { readonly gloss: Gloss }) {
  const translate = useWords();
  const { match, publication } = gloss;
  return (
    <article class="gloss">
      <header>
        <p class="kind">
          {translate(publication === null ? 'kind_none' : `kind_${publication.kind.replace('-', '_')}`)}
        </p>
        <h1>{publication?.title ?? translate(`title_${match.sureness}`)}</h1>
        <p class={`sureness ${match.sureness}`}>
          <strong>{translate(`sureness_${match.sureness}`)}</strong>{' '}
          {match.reasons.map((reason) => say(translate, explain(reason))).join(' ')}
        </p>
        {countPosts(gloss) > 0 && (
          <p class="counts">{translate('counts', String(countPosts(gloss)), String(countRecommendations(gloss)))}</p>
        )}
      </header>
      <Recommendations sections={gloss.sections} />
      {gloss.conversations.length > 0 && (
        <section>
          <h2>{translate('heading_posts')}</h2>
          {gloss.conversations.map((conversation) => (
            <ConversationView key={conversation.posts[0]?.id} conversation={conversation} />
          ))}
        </section>
      )}
      {gloss.coverage.length > 0 && (
        <section>
          <h2>{translate('heading_coverage')}</h2>
          <ul>
            {gloss.coverage.map(({ id, title, siteName }) => (
              <li key={id}>
                {title}
                {siteName !== null && ` (${siteName})`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <FeedNotes feeds={gloss.feeds} />
    </article>
  );
}
