import { Component, type ComponentChildren } from 'preact';
import { useContext, useId } from 'preact/hooks';
import type { FeedOrigin } from '../../core/gloss/gloss.ts';
import { addressOfRoute, routeOfHit } from '../../core/library-route.ts';
import { keyPart } from '../../core/message-key.ts';
import type { Post } from '../../core/model/post.ts';
import type { Found, SearchHit } from '../../core/protocol/search.ts';
import { AwayLink } from '../away-link.tsx';
import { type About, Beside, type Item } from '../beside.ts';
import { Citations } from '../citations.tsx';
import { CopyButton } from '../copy-button.tsx';
import { nameAuthor, originalOf, quotePost, quoteRecommendation } from '../quotes.ts';
import { useCount, useLanguage, useWords } from '../words.ts';
import { listDay, listNumber } from './listed.ts';
import { Marked } from './marked.tsx';

interface Props<Hit> {
  readonly hit: Hit;
  /** Undefined where the library does not tell it. */
  readonly feed: FeedOrigin | undefined;
}

type PublicationHit = Extract<SearchHit, { readonly kind: 'publication' }>;
type SaidHit = Exclude<SearchHit, PublicationHit>;

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
        {hit.kind === 'publication' ? <PublicationView hit={hit} /> : <SaidView hit={hit} feed={feed} />}
      </li>
    );
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
    <Head
      hit={hit}
      name={title === undefined ? publication.title : <Marked {...title} />}
      meta={[translate(`kind_${keyPart(publication.kind)}`), site, say('posts', posts), newest]}
      actions={null}
    >
      <Text found={description} text={publication.description} lang={undefined} />
      <Reasons foundIn={foundIn.filter((each) => each !== title && each !== description)} />
      <div class="hit-actions">
        <Citations publication={publication} />
      </div>
    </Head>
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
    <Head
      hit={hit}
      name={day === null ? name : `${name} · ${listDay(day, language)}`}
      meta={[<Said key="by" post={post} feed={feed} />]}
      actions={<SaidActions hit={hit} feed={feed} />}
    >
      {post?.isRepost === true && (
        <p class="hit-notice">{translate(post.author === null ? 'post_is_repost' : 'post_reposted')}</p>
      )}
      <Text
        found={inText}
        text={hit.kind === 'post' ? hit.post.text : hit.recommendation.text}
        lang={post?.languages[0]}
      />
      <Reasons foundIn={foundIn.filter((each) => each !== inText && !inAbout.includes(each))} />
      {about !== null && (
        <p class="hit-reason">
          <span class="hit-field">{translate('hit_about')}</span>{' '}
          <a class="link" href={addressOfRoute({ view: 'publication', id: about.id })}>
            {named === undefined ? about.title : <Marked {...named} />}
          </a>
        </p>
      )}
    </Head>
  );
}

interface HeadProps {
  readonly hit: SearchHit;
  readonly name: ComponentChildren;
  readonly meta: readonly ComponentChildren[];
  readonly actions: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The link to where it is shown with what stands around it is what the keyboard moves among. */
function Head({ hit, name, meta, actions, children }: HeadProps) {
  const translate = useWords();
  const id = useId();
  const beside = useContext(Beside);
  const said = meta.filter((each) => each !== null);
  return (
    <>
      <div class="hit-head">
        <p class="hit-name">
          <a class="hit-link" data-item="" href={addressOfRoute(routeOfHit(hit))} aria-describedby={id}>
            {name}
          </a>{' '}
          {hit.isNew && <span class="hit-new">{translate('hit_new')}</span>}{' '}
          <span class="hit-meta">{said.map((each, index) => [index === 0 ? null : ' · ', each])}</span>
        </p>
        {actions !== null && <div class="hit-actions">{actions}</div>}
        {beside(itemOf(hit))}
      </div>
      <div id={id}>{children}</div>
    </>
  );
}

interface TextProps {
  readonly found: Found | undefined;
  readonly text: string;
  readonly lang: string | undefined;
}

/** As it was written, in its own direction; what was found may be a part of it. */
function Text({ found, text, lang }: TextProps) {
  if (found === undefined && text === '') return null;
  return (
    <p class="hit-text" dir="auto" lang={lang}>
      {found === undefined ? text : <Marked {...found} />}
    </p>
  );
}

/** Where else it holds what was asked. */
function Reasons({ foundIn }: { readonly foundIn: readonly Found[] }) {
  const translate = useWords();
  return (
    <>
      {foundIn.map((found) => (
        <p key={`${found.field} ${found.text}`} class="hit-reason">
          <span class="hit-field">{translate(`hit_in_${keyPart(found.field)}`)}</span>{' '}
          <bdi>
            <Marked {...found} />
          </bdi>
        </p>
      ))}
    </>
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

function itemOf(hit: SearchHit): Item {
  if (hit.kind === 'publication') return { publication: hit.publication };
  const about: About | null = hit.about && { addresses: [], ...hit.about };
  return hit.kind === 'post'
    ? { post: hit.post, publication: about }
    : { recommendation: hit.recommendation, publication: about };
}
