import { useContext } from 'preact/hooks';
import { addressOfRoute } from '../../../core/library-route.ts';
import type { Post } from '../../../core/model/post.ts';
import type { PostDetails } from '../../../core/protocol/library-page.ts';
import { Beside } from '../../beside.ts';
import { showMinute, showNumber } from '../../dates.ts';
import { sayInFeed } from '../../feed-words.ts';
import { PostView } from '../../post.tsx';
import type { PostContext } from '../../post-contexts.ts';
import { useCount, useLanguage, useWords } from '../../words.ts';
import { ViewHeading } from '../view-heading.tsx';
import { FeedRow } from './feed-row.tsx';
import { PublicationLink } from './publication-link.tsx';
import { QuotedRow } from './quoted-row.tsx';
import { Record, RecordList, RecordRow } from './record.tsx';

interface Props {
  readonly details: PostDetails;
}

/** Posts of a thread that stand open on either side; one more is not worth hiding. */
const NEAR = 2;

/** A post with what stands around it: its thread before and after, what it is about, and where it is from. */
export function PostPage({ details }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const { post, before, after, feed, thread } = details;
  const contextOf = contextsOf(details);
  return (
    <article class="view-article">
      <header class="view-head">
        <p class="view-kind">
          {translate('library_browse_post')} · {sayInFeed(translate, feed)}
        </p>
        <ViewHeading title={translate('library_browse_post_of', showMinute(post.time, language))} />
      </header>
      <div class="gloss said">
        <div class={thread === null ? 'conversation' : 'conversation thread'}>
          <Around posts={before} side="earlier" contextOf={contextOf} />
          <ol class="posts post-itself">
            <PostView context={contextOf(post)} sharedWords={[]} />
          </ol>
          <Around posts={after} side="later" contextOf={contextOf} />
        </div>
      </div>
      <PostRecord details={details} />
    </article>
  );
}

function contextsOf({ feed, thread, publications }: PostDetails): (post: Post) => PostContext {
  const publication = publications[0] ?? null;
  const places = new Map(thread?.posts.map((id, index) => [id, index + 1]));
  return (post) => ({ post, feed, publication, ordinal: places.get(post.id) ?? null });
}

interface AroundProps {
  readonly posts: readonly Post[];
  readonly side: 'earlier' | 'later';
  readonly contextOf: (post: Post) => PostContext;
}

/** The thread on one side of a post: what is near stands open. */
function Around({ posts, side, contextOf }: AroundProps) {
  const translate = useWords();
  const say = useCount();
  const near = posts.length <= NEAR + 1 ? posts.length : NEAR;
  const far = posts.length - near;
  const [open, folded] =
    side === 'earlier' ? [posts.slice(far), posts.slice(0, far)] : [posts.slice(0, near), posts.slice(near)];
  const list = (of: readonly Post[]) =>
    of.length > 0 && (
      <ol class="posts">
        {of.map((each) => (
          <PostView key={each.id} context={contextOf(each)} sharedWords={[]} />
        ))}
      </ol>
    );
  const fold = far > 0 && (
    <details class="post-fold">
      <summary>{translate(`library_browse_${side}`, say('posts', far))}</summary>
      {list(folded)}
    </details>
  );
  return (
    <>
      {side === 'earlier' && fold}
      {list(open)}
      {side === 'later' && fold}
    </>
  );
}

function PostRecord({ details: { post, feed, thread, publications, recommendations, quoted } }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const beside = useContext(Beside);
  return (
    <Record>
      <RecordList name={translate('library_browse_about')} items={publications} keyOf={({ id }) => id}>
        {(publication) => <PublicationLink publication={publication} />}
      </RecordList>
      <RecordList
        name={translate('heading_recommendations')}
        items={recommendations}
        keyOf={({ number }) => String(number)}
      >
        {(recommendation) => (
          <>
            <strong>{showNumber(recommendation.number, language)}.</strong> <bdi>{recommendation.text}</bdi>{' '}
            {beside({ recommendation, publication: publications[0] ?? null })}
          </>
        )}
      </RecordList>
      <RecordList name={translate('library_browse_images')} items={post.alternativeTexts} keyOf={(text) => text}>
        {(text) => <bdi>{text}</bdi>}
      </RecordList>
      <QuotedRow post={post} quoted={quoted} />
      {thread !== null && (
        <RecordRow name={translate('library_browse_thread')}>
          <a class="link" href={addressOfRoute({ view: 'thread', id: thread.id })}>
            {translate('library_browse_this_thread')}
          </a>
        </RecordRow>
      )}
      <FeedRow feeds={[feed]} />
    </Record>
  );
}
