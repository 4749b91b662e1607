import { useRef } from 'preact/hooks';
import type { Gloss } from '../core/gloss/gloss.ts';
import { ConversationView } from './conversation.tsx';
import { Coverage } from './coverage.tsx';
import { FeedOrigins } from './feed-origins.tsx';
import { GlossHead } from './gloss-head.tsx';
import { Guarded } from './guarded.tsx';
import { findPostContexts } from './post-contexts.ts';
import { Recommendations } from './recommendations.tsx';
import { showPart } from './show-part.ts';
import { useWords } from './words.ts';

/** Where the parts begin that the counts lead to. */
export const RECOMMENDATIONS = '.recommendations h2';
export const POSTS = '.conversations h2';

/** All that is known about one address: the publication, how sure, why, and what is said. */
export function GlossView({ gloss }: { readonly gloss: Gloss }) {
  return (
    <Guarded of={gloss}>
      <WholeGloss gloss={gloss} />
    </Guarded>
  );
}

function WholeGloss({ gloss }: { readonly gloss: Gloss }) {
  const translate = useWords();
  const article = useRef<HTMLElement>(null);
  const show = (selector: string) => showPart(article.current, selector);
  const postContexts = findPostContexts(gloss);
  const sharedWords = gloss.match.reasons.flatMap((reason) => (reason.kind === 'words-shared' ? reason.words : []));
  return (
    <article class="gloss" ref={article}>
      <GlossHead gloss={gloss} onShowRecommendations={() => show(RECOMMENDATIONS)} onShowPosts={() => show(POSTS)} />
      <Recommendations
        sections={gloss.sections}
        postContexts={postContexts}
        onShowPost={(id) => show(`.post[data-post="${CSS.escape(id)}"]`)}
      />
      {gloss.conversations.length > 0 && (
        <section class="conversations">
          <h2 tabIndex={-1}>{translate('heading_posts')}</h2>
          {gloss.conversations.map((conversation) => (
            <ConversationView
              key={conversation.posts[0]?.id}
              conversation={conversation}
              postContexts={postContexts}
              sharedWords={sharedWords}
            />
          ))}
        </section>
      )}
      <Coverage coverage={gloss.coverage} />
      <FeedOrigins feeds={gloss.feeds} />
    </article>
  );
}
