import { Component } from 'preact';
import type { FeedOrigin } from '../../core/gloss/gloss.ts';
import { keyPart } from '../../core/message-key.ts';
import type { Post } from '../../core/model/post.ts';
import type { SearchHit } from '../../core/protocol/search.ts';
import { AwayLink } from '../away-link.tsx';
import { Citations } from '../citations.tsx';
import { CopyButton } from '../copy-button.tsx';
import { Marked } from '../marked.tsx';
import { nameAuthor, originalOf, quotePost, quoteRecommendation } from '../quotes.ts';
import { useCount, useLanguage, useWords } from '../words.ts';
import { About, HitHead, HitText, Reasons } from './hit-parts.tsx';
import { listDay, listNumber } from './listed.ts';
import { NoteHitView } from './note-hit.tsx';

interface Props<Hit> {
  readonly hit: Hit;
  /** Undefined where the library does not tell it. */
  readonly feed: FeedOrigin | undefined;
}

type PublicationHit = Extract<SearchHit, { readonly kind: 'publication' }>;
type SaidHit = Extract<SearchHit, { readonly kind: 'post' | 'recommendation' }>;

/**
 * One hit: what it is, why it was found, and what can be done with it. It is drawn once: a list grows to thousands, and
 * with what is added to it nothing changes in those that are there.
 */
export class HitView extends Component<Props<SearchHit>> {
  override shouldComponentUpdate({ hit, feed }: Props<SearchHit>) {
    return hit !== this.props.hit || feed !== this.props.feed;
  }
  render({ hit, feed }: Props<SearchHit>) {
    return (
      <li class="hit">
        <HitOfKind hit={hit} feed={feed} />
      </li>
    );
  }
}

function HitOfKind({ hit, feed }: Props<SearchHit>) {
  switch (hit.kind) {
    case 'publication':
      return <PublicationView hit={hit} />;
    case 'note':
      return <NoteHitView hit={hit} />;
    default:
      return <SaidView hit={hit} feed={feed} />;
  }
}

function PublicationView({ hit }: { readonly hit: PublicationHit }) {
  const translate = useWords();
  const language = useLanguage();
  const say = useCount();
  const { publication, posts, day, foundIn } = hit;
  const site = publication.isIfg ? null : publication.siteName;
  const title = foundIn.find(({ field }) => field === 'title');
  const description = foundIn.find(({ field }) => field === 'description');
  const newest = day === null ? null : translate('hit_newest', listDay(day, language));
  return (
    <HitHead
      hit={hit}
      name={title === undefined ? publication.title : <Marked {...title} />}
      meta={[translate(`kind_${keyPart(publication.kind)}`), site, say('posts', posts), newest]}
      actions={null}
    >
      <HitText found={description} text={publication.description} lang={undefined} />
      <Reasons foundIn={foundIn.filter((each) => each !== title && each !== description)} />
      <div class="hit-actions">
        <Citations publication={publication} />
      </div>
    </HitHead>
  );
}

function SaidView({ hit, feed }: Props<SaidHit>) {
  const translate = useWords();
  const language = useLanguage();
  const { day, about, foundIn } = hit;
  const post = hit.kind === 'post' ? hit.post : null;
  const name =
    hit.kind === 'post'
      ? translate('hit_post')
      : translate('found_recommendation', listNumber(hit.recommendation.number, language));
  const inText = foundIn.find(({ field }) => field === 'text');
  // A link card has the title of what the post is about.
  const inAbout = foundIn.filter(({ text }) => text === about?.title);
  const [named] = inAbout;
  return (
    <HitHead
      hit={hit}
      name={day === null ? name : `${name} · ${listDay(day, language)}`}
      meta={[<Said key="by" post={post} feed={feed} />]}
      actions={<SaidActions hit={hit} feed={feed} />}
    >
      {post?.isRepost === true && (
        <p class="hit-notice">{translate(post.author === null ? 'post_is_repost' : 'post_reposted')}</p>
      )}
      <HitText
        found={inText}
        text={hit.kind === 'post' ? hit.post.text : hit.recommendation.text}
        lang={post?.languages[0]}
      />
      <Reasons foundIn={foundIn.filter((each) => each !== inText && !inAbout.includes(each))} />
      <About about={about} named={named} />
    </HitHead>
  );
}

/** Who wrote it, or in whose feed it stands where that is not known. */
function Said({ post, feed }: { readonly post: Post | null; readonly feed: FeedOrigin | undefined }) {
  const translate = useWords();
  if (post !== null && post.author !== null) {
    const [name, handle] = nameAuthor(post.author);
    return (
      <>
        <bdi>{name}</bdi> <bdi class="hit-handle">{handle}</bdi>
      </>
    );
  }
  return feed === undefined ? null : <bdi>{translate('hit_feed', feed.displayName)}</bdi>;
}

function SaidActions({ hit, feed }: Props<SaidHit>) {
  const translate = useWords();
  const language = useLanguage();
  if (hit.kind === 'recommendation') {
    const { recommendation, about: publication, day } = hit;
    if (day === null) return null;
    const source = { time: day, author: null, address: null, feed, publication };
    const text = () => quoteRecommendation(translate, language, recommendation, source);
    const title = translate('copy_recommendation_title', listNumber(recommendation.number, language));
    return <CopyButton label={translate('copy')} title={title} text={text} />;
  }
  const { post, about } = hit;
  const { address } = originalOf(post);
  const text = () => quotePost(translate, language, { post, feed, publication: about });
  return (
    <>
      <CopyButton label={translate('copy')} title={translate('copy_post')} text={text} />
      {address !== null && (
        <AwayLink address={address} label={translate('post_original')} title={translate('post_original_title')} />
      )}
    </>
  );
}
