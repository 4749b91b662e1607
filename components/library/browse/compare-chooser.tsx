import { addressOfRoute } from '../../../core/library-route.ts';
import { keyPart } from '../../../core/message-key.ts';
import type { Publication } from '../../../core/model/publication.ts';
import type { Hits, PublicationHit } from '../../../core/protocol/look-up.ts';
import { useCount, useWords } from '../../words.ts';
import { ViewHeading } from '../view-heading.tsx';
import { ListTotal } from './list-total.tsx';
import { PublicationLink } from './publication-link.tsx';

interface Props {
  readonly first: Publication;
  readonly asked: string;
  /** What the words have found, or the publications that most is said about; null until they come. */
  readonly found: Hits<PublicationHit> | null;
  readonly onAsk: (asked: string) => void;
}

/** Chooses the publication that another one is compared with. */
export function CompareChooser({ first, asked, found, onAsk }: Props) {
  const translate = useWords();
  return (
    <article class="view-article">
      <header class="view-head">
        <ViewHeading title={translate('library_browse_compare')} />
        <p class="view-about">
          <PublicationLink publication={first} />
        </p>
      </header>
      <search class="chooser">
        <label class="chooser-label" for="other-publication">
          {translate('library_browse_find_other')}
        </label>
        <input
          id="other-publication"
          class="search-field"
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={asked}
          onInput={(event) => onAsk(event.currentTarget.value)}
        />
      </search>
      {found !== null && <Found first={first} found={found} />}
    </article>
  );
}

interface FoundProps extends Pick<Props, 'first'> {
  readonly found: Hits<PublicationHit>;
}

/** Each leads to the comparison with it; with itself nothing is compared. */
function Found({ first, found: { items, total } }: FoundProps) {
  const translate = useWords();
  const say = useCount();
  const others = items.filter(({ publication }) => publication.id !== first.id);
  const all = total - items.length + others.length;
  return (
    <div>
      <ListTotal
        all={all === 0 ? translate('look_up_no_words') : say('publications', all)}
        shown={others.length}
        total={all}
      />
      {all === 0 && <p class="view-about">{translate('look_up_no_words_note')}</p>}
      <ol class="line-list">
        {others.map(({ publication, posts }) => (
          <li key={publication.id} class="line">
            <a
              data-item=""
              class="line-title"
              dir="auto"
              href={addressOfRoute({ view: 'compare', first: first.id, second: publication.id })}
            >
              {publication.title}
            </a>
            <span class="line-facts">
              {translate(`kind_${keyPart(publication.kind)}`)} · {say('posts', posts)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
