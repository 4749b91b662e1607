import type { ComponentChildren } from 'preact';
import { keyPart } from '../core/message-key.ts';
import type { Recommendation } from '../core/model/recommendation.ts';
import type { HitKey, Hits, NoteHit, PublicationHit, SearchResults } from '../core/protocol/look-up.ts';
import type { Found, FoundField, OwnItem } from '../core/protocol/search.ts';
import { firstOf } from '../core/text/first-of.ts';
import { showDay, showDayOf, showNumber } from './dates.ts';
import { Marked } from './marked.tsx';
import { useCount, useLanguage, useWords } from './words.ts';

interface Props {
  readonly results: SearchResults;
  readonly onOpen: (found: HitKey) => void;
}

/** UTF-16 units of a note. */
const MAX_TEXT = 420;

/** What words have found, the best first; each opens its gloss. */
export function FoundLists({ results: { publications, recommendations, posts, notes }, onOpen }: Props) {
  const translate = useWords();
  const language = useLanguage();
  return (
    <>
      <FoundList name="notes" found={notes}>
        {notes.items.map((hit) => (
          <NoteItem key={hit.note.id} hit={hit} onOpen={onOpen} />
        ))}
      </FoundList>
      <FoundList name="publications" found={publications}>
        {publications.items.map((found) => (
          <PublicationItem key={found.publication.id} found={found} onOpen={onOpen} />
        ))}
      </FoundList>
      <FoundList name="recommendations" found={recommendations}>
        {recommendations.items.map(({ recommendation, foundIn }) => (
          <Item key={`${recommendation.post} ${recommendation.number}`} open={() => onOpen(keyOf(recommendation))}>
            <span class="item-meta">
              {translate('found_recommendation', showNumber(recommendation.number, language))}
            </span>
            <Texts own="text" text={recommendation.text} foundIn={foundIn} />
          </Item>
        ))}
      </FoundList>
      <FoundList name="posts" found={posts}>
        {posts.items.map(({ post, foundIn }) => (
          <Item key={post.id} open={() => onOpen({ kind: 'post', id: post.id })}>
            <span class="item-meta">{showDayOf(post.time, language)}</span>
            <Texts own="text" text={post.text} foundIn={foundIn} />
          </Item>
        ))}
      </FoundList>
    </>
  );
}

/** A note where it holds the words, and what it is about; one whose subject is gone leads nowhere. */
function NoteItem({ hit, onOpen }: { readonly hit: NoteHit } & Pick<Props, 'onOpen'>) {
  const translate = useWords();
  const language = useLanguage();
  const { note, foundIn, item, about, day } = hit;
  const { subject } = note;
  const what =
    subject.kind === 'recommendation'
      ? translate('search_own_note_recommendation', showNumber(subject.number, language))
      : translate(`search_own_note_${subject.kind}`);
  const meta = [what, about?.title, day === null ? null : showDay(day, language)].filter(Boolean).join(' · ');
  const lines = (
    <>
      <span class="item-meta">{meta}</span>
      <Texts own="note" text={firstOf(note.texts[0] ?? '', MAX_TEXT)} foundIn={foundIn} />
    </>
  );
  if (item === null) return <li class="item">{lines}</li>;
  return <Item open={() => onOpen(keyOfNote(item, about))}>{lines}</Item>;
}

function keyOfNote(item: OwnItem, about: NoteHit['about']): HitKey {
  if (item.kind === 'publication') return item;
  if (about !== null) return { kind: 'publication', id: about.id };
  return { kind: 'post', id: item.kind === 'post' ? item.id : item.post };
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
  const title = foundIn.find(({ field }) => field === 'title');
  const site = publication.isIfg ? null : publication.siteName;
  return (
    <Item open={() => onOpen({ kind: 'publication', id: publication.id })}>
      <span class="item-title">
        {title === undefined ? publication.title : <Marked {...title} />}
        {fresh > 0 && (
          <>
            {' '}
            <span class="item-fresh">{translate('fresh_posts', showNumber(fresh, language))}</span>
          </>
        )}
      </span>
      <span class="item-meta">{[kind, site, say('posts', posts)].filter(Boolean).join(' · ')}</span>
      <Reasons foundIn={foundIn.filter((found) => found !== title)} />
    </Item>
  );
}

interface ListProps {
  readonly name: 'notes' | 'publications' | 'recommendations' | 'posts';
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

interface TextsProps {
  /** The field of the text itself. */
  readonly own: FoundField;
  readonly text: string;
  readonly foundIn: readonly Found[];
}

/** What something says, and where else it holds what was asked. */
function Texts({ own, text, foundIn }: TextsProps) {
  const found = foundIn.find(({ field }) => field === own);
  return (
    <>
      <span class="item-text" dir="auto">
        {found === undefined ? text : <Marked {...found} />}
      </span>
      <Reasons foundIn={foundIn.filter((each) => each !== found)} />
    </>
  );
}

function Reasons({ foundIn }: Pick<TextsProps, 'foundIn'>) {
  const translate = useWords();
  return (
    <>
      {foundIn.map((found) => (
        <span key={`${found.field} ${found.text}`} class="item-reason">
          {translate(`hit_in_${keyPart(found.field)}`)}{' '}
          <bdi>
            <Marked {...found} />
          </bdi>
        </span>
      ))}
    </>
  );
}

function keyOf({ publication, post }: Recommendation): HitKey {
  return publication === null ? { kind: 'post', id: post } : { kind: 'publication', id: publication };
}
