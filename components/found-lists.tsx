import type { ComponentChildren } from 'preact';
import { keyPart } from '../core/message-key.ts';
import type { Recommendation } from '../core/model/recommendation.ts';
import type { HitKey, Hits, Occurrence, PublicationHit, SearchResults } from '../core/protocol/look-up.ts';
import { showDayOf, showNumber } from './dates.ts';
import { useCount, useLanguage, useWords } from './words.ts';

interface Props {
  readonly results: SearchResults;
  readonly onOpen: (found: HitKey) => void;
}

/** What words have found, the best first; each opens its gloss. */
export function FoundLists({ results: { publications, recommendations, posts }, onOpen }: Props) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <>
      <FoundList name="publications" found={publications}>
        {publications.items.map((found) => (
          <PublicationItem key={found.publication.id} found={found} onOpen={onOpen} />
        ))}
      </FoundList>
      <FoundList name="recommendations" found={recommendations}>
        {recommendations.items.map(({ recommendation, foundIn }) => (
          <Item key={`${recommendation.thread} ${recommendation.number}`} open={() => onOpen(keyOf(recommendation))}>
            <span class="item-meta">
              {translate('found_recommendation', showNumber(recommendation.number, language))}
            </span>
            <span class="item-text">{recommendation.text}</span>
            <Reasons foundIn={foundIn} />
          </Item>
        ))}
      </FoundList>
      <FoundList name="posts" found={posts}>
        {posts.items.map(({ post, foundIn }) => (
          <Item key={post.id} open={() => onOpen({ kind: 'post', id: post.id })}>
            <span class="item-meta">{showDayOf(post.time, language)}</span>
            <span class="item-text">{post.text}</span>
            <Reasons foundIn={foundIn} />
          </Item>
        ))}
      </FoundList>
    </>
  );
}

interface PublicationProps extends Pick<Props, 'onOpen'> {
  readonly found: PublicationHit;
  /** Posts that came since its reader last looked at it. */
  readonly fresh?: number | undefined;
}

export function PublicationItem({ found, fresh = 0, onOpen }: PublicationProps) {
  const translate = useWords();
  const language = useLanguage();
  const say = useCount();
  const { publication, posts, foundIn } = found;
  const kind = translate(`kind_${keyPart(publication.kind)}`);
  const site = publication.isIfg ? null : publication.siteName;
  return (
    <Item open={() => onOpen({ kind: 'publication', id: publication.id })}>
      <span class="item-title">
        {publication.title}
        {fresh > 0 && (
          <>
            {' '}
            <span class="item-fresh">{translate('fresh_posts', showNumber(fresh, language))}</span>
          </>
        )}
      </span>
      <span class="item-meta">{[kind, site, say('posts', posts)].filter(Boolean).join(' · ')}</span>
      <Reasons foundIn={foundIn} />
    </Item>
  );
}

interface ListProps {
  readonly name: 'publications' | 'recommendations' | 'posts';
  readonly found: Hits<unknown>;
  readonly children: ComponentChildren;
}

function FoundList({ name, found, children }: ListProps) {
  const translate = useWords();
  const language = useLanguage();
  if (found.total === 0) return null;
  const isAll = found.items.length === found.total;
  return (
    <section>
      <h2 class="heading">
        {translate(`found_${name}`)}{' '}
        <small>
          {isAll
            ? showNumber(found.total, language)
            : translate('found_first', showNumber(found.items.length, language), showNumber(found.total, language))}
        </small>
      </h2>
      <ul class="items">{children}</ul>
    </section>
  );
}

function Item({ open, children }: { readonly open: () => void; readonly children: ComponentChildren }) {
  return (
    <li>
      <button type="button" class="item" onClick={open}>
        {children}
      </button>
    </li>
  );
}

/** Why something was found: where it holds what was asked. */
function Reasons({ foundIn }: { readonly foundIn: readonly Occurrence[] }) {
  const translate = useWords();
  if (foundIn.length === 0) return null;
  const sentences = foundIn.map(({ field, words }) => translate(`found_in_${keyPart(field)}`, words.join(', ')));
  return <span class="item-reason">{sentences.join(' ')}</span>;
}

function keyOf({ publication, post }: Recommendation): HitKey {
  return publication === null ? { kind: 'post', id: post } : { kind: 'publication', id: publication };
}
