import type { ComponentChildren } from 'preact';
import { useContext, useRef } from 'preact/hooks';
import { postAddress } from '../../../core/cite/bluesky.ts';
import { addressOfRoute } from '../../../core/library-route.ts';
import type { PostId } from '../../../core/model/ids.ts';
import type { Post } from '../../../core/model/post.ts';
import type { ThreadDetails } from '../../../core/protocol/library-page.ts';
import { Beside } from '../../beside.ts';
import { showDayOf, showMinute, showNumber } from '../../dates.ts';
import { sayInFeed } from '../../feed-words.ts';
import { showPart } from '../../show-part.ts';
import { useCount, useLanguage, useWords } from '../../words.ts';
import { ViewHeading } from '../view-heading.tsx';
import { FeedRow } from './feed-row.tsx';
import { NumberedRecommendations } from './numbered-recommendations.tsx';
import { PageLink } from './page-link.tsx';
import { PublicationLink } from './publication-link.tsx';
import { Record, RecordRow } from './record.tsx';
import { notesOnPost, titleOfThread } from './thread-words.ts';

interface Props {
  readonly details: ThreadDetails;
  /** What can be done with the whole of it. */
  readonly children: ComponentChildren;
}

/** A thread as a document to cite: numbered, dated, with addresses and the day on which it was read. */
export function ThreadDocument({ details, children }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const posts = useRef<HTMLOListElement>(null);
  const { thread, publication, recommendations, feed } = details;
  const places = new Map(thread.posts.map((id, index) => [id, index + 1]));
  const showPost = (id: PostId) => showPart(posts.current, `[data-post="${CSS.escape(id)}"]`);
  return (
    <article class="view-article thread-document">
      <Head details={details}>{children}</Head>
      <Record>
        {publication !== null && (
          <RecordRow name={translate('library_browse_about')}>
            <PublicationLink publication={publication} />
          </RecordRow>
        )}
        <FeedRow feeds={[feed]} />
      </Record>
      {thread.start !== 'shown' && <p class="view-notice">{translate(`thread_start_${thread.start}`)}</p>}
      <ol ref={posts} class="document-posts">
        {details.posts.map((post) => (
          <DocumentPost key={post.id} post={post} place={places.get(post.id) ?? 0} details={details} />
        ))}
      </ol>
      {recommendations.length > 0 && (
        <section class="document-recommendations">
          <h2 class="page-heading">{translate('heading_recommendations')}</h2>
          <NumberedRecommendations
            recommendations={recommendations}
            publication={publication}
            placeOf={({ post }) => (places.has(post) ? showNumber(places.get(post) ?? 0, language) : null)}
            onShowPost={({ post }) => showPost(post)}
          />
        </section>
      )}
    </article>
  );
}

function Head({ details, children }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const say = useCount();
  const { thread, posts, feed } = details;
  const title = titleOfThread(details, translate, language);
  return (
    <header class="view-head">
      <p class="view-kind">
        {translate('library_browse_thread')} · {say('posts', posts.length)} ·{' '}
        <time dateTime={thread.time}>{showDayOf(thread.time, language)}</time> · {sayInFeed(translate, feed)}
      </p>
      <ViewHeading title={title} />
      {children}
    </header>
  );
}

interface PostProps {
  readonly post: Post;
  readonly place: number;
  readonly details: ThreadDetails;
}

function DocumentPost({ post, place, details: { feed, publication } }: PostProps) {
  const beside = useContext(Beside);
  const translate = useWords();
  const language = useLanguage();
  const address = postAddress(post);
  return (
    <li class="document-post" value={place} data-post={post.id} tabIndex={-1}>
      <p class="document-text" dir="auto">
        {post.text}
      </p>
      {notesOnPost(post, feed, translate).map((note) => (
        <p key={note} class="document-note" dir="auto">
          {note}
        </p>
      ))}
      <div class="document-foot">
        <a data-item="" class="link" href={addressOfRoute({ view: 'post', id: post.id })}>
          <time dateTime={post.time}>{showMinute(post.time, language)}</time>
        </a>
        {address !== null && (
          <>
            {' · '}
            <PageLink address={address} />
          </>
        )}{' '}
        {beside({ post, publication })}
      </div>
    </li>
  );
}
