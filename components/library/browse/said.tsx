import { type Conversation, countShownPosts } from '../../../core/gloss/gloss.ts';
import { addressOfRoute } from '../../../core/library-route.ts';
import type { Publication } from '../../../core/model/publication.ts';
import { ConversationView } from '../../conversation.tsx';
import { News } from '../../gloss-view.tsx';
import { findPostContexts } from '../../post-contexts.ts';
import { Recommendations } from '../../recommendations.tsx';
import { ShowMore, ShownOf } from '../../show-more.tsx';
import type { usePagedGloss } from '../../use-paged-gloss.ts';
import { useWords } from '../../words.ts';
import { PublicationLink } from './publication-link.tsx';

type Paged = ReturnType<typeof usePagedGloss>;

/** All that is said about a publication, a page at a time, with the ways to each thread and each page that reports on it. */
export function Said({ paged }: { readonly paged: Paged }) {
  const { gloss, missing, arrival, within, showPost, onAsk } = paged;
  const missingHere = missing?.wanted.kind === 'conversations' ? missing : null;
  return (
    <section class="gloss said" ref={within}>
      <Recommendations
        gloss={gloss}
        missing={missingHere === null ? missing : null}
        onAsk={onAsk}
        onShowPost={showPost}
      />
      <Conversations gloss={gloss} missing={missingHere} onAsk={onAsk} />
      <CoverageLinks coverage={gloss.coverage} />
      <News arrival={arrival} missing={missing} />
    </section>
  );
}

type ConversationsProps = Pick<Paged, 'gloss' | 'missing' | 'onAsk'>;

function Conversations({ gloss, missing, onAsk }: ConversationsProps) {
  const translate = useWords();
  const postContexts = findPostContexts(gloss);
  const { posts: all } = gloss.counts;
  const shown = countShownPosts(gloss);
  if (gloss.conversations.length === 0) return null;
  return (
    <section class="conversations" aria-busy={missing?.hasFailed === false}>
      <h2 tabIndex={-1}>
        {translate('heading_posts')}
        <ShownOf shown={shown} all={all} />
      </h2>
      {gloss.conversations.map((conversation) => (
        <div key={conversation.posts[0]?.id} class="said-conversation">
          <ConversationView conversation={conversation} postContexts={postContexts} sharedWords={[]} />
          <Way conversation={conversation} />
        </div>
      ))}
      <ShowMore next={gloss.next.conversations} left={all - shown} missing={missing} onAsk={onAsk} />
    </section>
  );
}

/** Where a conversation has a view of its own. */
function Way({ conversation: { thread, posts } }: { readonly conversation: Conversation }) {
  const translate = useWords();
  const [first] = posts;
  if (first === undefined) return null;
  const route =
    thread === null ? ({ view: 'post', id: first.id } as const) : ({ view: 'thread', id: thread.id } as const);
  return (
    <p class="said-way">
      <a class="action" href={addressOfRoute(route)}>
        {translate(thread === null ? 'library_browse_this_post' : 'library_browse_this_thread')}
      </a>
    </p>
  );
}

function CoverageLinks({ coverage }: { readonly coverage: readonly Publication[] }) {
  const translate = useWords();
  if (coverage.length === 0) return null;
  return (
    <section>
      <h2>{translate('heading_coverage')}</h2>
      <ul>
        {coverage.map((publication) => (
          <li key={publication.id}>
            <PublicationLink publication={publication} />
            {publication.siteName !== null && ` (${publication.siteName})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
