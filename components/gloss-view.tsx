import type { ComponentChildren } from 'preact';
import { countShownPosts, type Gloss } from '../core/gloss/gloss.ts';
import { ConversationView } from './conversation.tsx';
import { Coverage } from './coverage.tsx';
import { showNumber } from './dates.ts';
import { FeedOrigins } from './feed-origins.tsx';
import { GlossHead } from './gloss-head.tsx';
import { Guarded } from './guarded.tsx';
import type { Subject } from './passages.ts';
import { findPostContexts } from './post-contexts.ts';
import { Recommendations } from './recommendations.tsx';
import { ShowMore, ShownOf } from './show-more.tsx';
import type { DescribeMore, useMore } from './use-more.ts';
import { usePagedGloss } from './use-paged-gloss.ts';
import { useCount, useLanguage, useWords } from './words.ts';

/** Where the parts begin that the counts lead to. */
export const RECOMMENDATIONS = '.recommendations h2';
export const POSTS = '.conversations h2';

interface Props {
  readonly gloss: Gloss;
  /** Null where no more than the first page is to be had. */
  readonly describeMore: DescribeMore | null;
  /** A post to go to, also where it is on no page that is shown; another object is another wish. */
  readonly sought?: Subject | null;
  /** Ways on, below what is known of the publication. */
  readonly children?: ComponentChildren;
}

/** What is known about one address: the publication, how sure, why, and what is said, a page at a time. */
export function GlossView(props: Props) {
  return (
    <Guarded of={props.gloss}>
      <PagedGloss {...props} />
    </Guarded>
  );
}

function PagedGloss({ gloss: first, describeMore, sought = null, children }: Props) {
  const { gloss, missing, arrival, within, show, showPost, onAsk } = usePagedGloss(first, describeMore, sought);
  const missingHere = missing?.wanted.kind === 'conversations' ? missing : null;
  return (
    <article class="gloss" ref={within}>
      <GlossHead gloss={gloss} onShowRecommendations={() => show(RECOMMENDATIONS)} onShowPosts={() => show(POSTS)} />
      {children}
      <Recommendations
        gloss={gloss}
        missing={missingHere === null ? missing : null}
        onAsk={onAsk}
        onShowPost={showPost}
      />
      <Conversations gloss={gloss} missing={missingHere} onAsk={onAsk} />
      <Coverage coverage={gloss.coverage} />
      <FeedOrigins feeds={gloss.feeds} />
      <News arrival={arrival} missing={missing} />
    </article>
  );
}

type PartProps = Pick<Props, 'gloss'> & Pick<Parameters<typeof ShowMore>[0], 'missing' | 'onAsk'>;

function Conversations({ gloss, missing, onAsk }: PartProps) {
  const translate = useWords();
  const postContexts = findPostContexts(gloss);
  const sharedWords = gloss.match.reasons.flatMap((reason) => (reason.kind === 'words-shared' ? reason.words : []));
  if (gloss.conversations.length === 0) return null;
  const { posts: all } = gloss.counts;
  const shown = countShownPosts(gloss);
  return (
    <section class="conversations" aria-busy={missing?.hasFailed === false}>
      <h2 tabIndex={-1}>
        {translate('heading_posts')}
        <ShownOf shown={shown} all={all} />
      </h2>
      {gloss.conversations.map((conversation) => (
        <ConversationView
          key={conversation.posts[0]?.id}
          conversation={conversation}
          postContexts={postContexts}
          sharedWords={sharedWords}
        />
      ))}
      <ShowMore next={gloss.next.conversations} left={all - shown} missing={missing} onAsk={onAsk} />
    </section>
  );
}

/** One sentence for those who do not see more come, or that it does not. */
export function News({ arrival, missing }: Pick<ReturnType<typeof useMore>, 'arrival' | 'missing'>) {
  const translate = useWords();
  const language = useLanguage();
  const count = useCount();
  const say = () => {
    if (missing !== null) return translate(missing.hasFailed ? 'more_failed' : 'more_waiting');
    if (arrival === null) return '';
    const what = arrival.wanted.kind === 'recommendations' ? 'recommendations' : 'posts';
    return translate(
      'more_arrived',
      showNumber(arrival.added, language),
      showNumber(arrival.shown, language),
      count(what, arrival.all),
    );
  };
  return (
    <p role="status" class="unseen">
      {say()}
    </p>
  );
}
