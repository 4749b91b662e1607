import { useId, useState } from 'preact/hooks';
import type { MarkedPublication, MarkedText } from '../core/protocol/marks.ts';
import { BoundedList } from './bounded-list.tsx';
import { showNumber } from './dates.ts';
import { MarkedLinks, ShownAddress } from './marked-links.tsx';
import type { PaneActions } from './pane-actions.ts';
import { useCount, useLanguage, useWords } from './words.ts';

export type OnShow = (...mark: Parameters<PaneActions['onShowMark']>) => void;

interface Props {
  readonly marks: readonly MarkedPublication[];
  readonly onShow: PaneActions['onShowMark'];
}

/** What the marked links of a page lead to, each once; choosing one leads to its first link. */
export function MarkList({ marks, onShow }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const [isMissed, setIsMissed] = useState(false);
  if (marks.length === 0) return null;
  const count = marks.reduce((sum, { links }) => sum + countLinks(links), 0);
  const show: OnShow = async (place, isStep) => setIsMissed(!(await onShow(place, isStep)));
  return (
    <section>
      <h2 class="heading">
        {translate('heading_marks')} <small>{showNumber(count, language)}</small>
      </h2>
      {isMissed && (
        <p class="notice" role="alert">
          {translate('mark_hidden')}
        </p>
      )}
      <BoundedList items={marks} first={20} className="items marks">
        {(marked) => <MarkedItem key={marked.key} marked={marked} onShow={show} />}
      </BoundedList>
    </section>
  );
}

function MarkedItem({ marked, onShow }: { readonly marked: MarkedPublication; readonly onShow: OnShow }) {
  const translate = useWords();
  const say = useCount();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { publication, title, sureness, links } = marked;
  const [first] = links;
  const count = countLinks(links);
  const place = first?.places[0];
  if (first === undefined || place === undefined) return null;
  return (
    <li>
      <button type="button" class={`item ${sureness}`} onClick={() => onShow(place, false)}>
        <span id={`${id}title`} class="item-title">
          {title}
        </span>{' '}
        <span class="item-meta">
          {translate(`sureness_${sureness}`)}
          {count === 1 && place.frameId !== 0 && ` · ${translate('mark_in_frame')}`}
        </span>
        {publication === null && <ShownAddress address={first.address} />}
      </button>
      {count > 1 && (
        <button
          type="button"
          id={`${id}count`}
          class="disclosure"
          aria-expanded={isOpen}
          aria-labelledby={`${id}count ${id}title`}
          onClick={() => setIsOpen(!isOpen)}
        >
          {say('links', count)}
        </button>
      )}
      {isOpen && count > 1 && <Links marked={marked} onShow={onShow} />}
    </li>
  );
}

function Links({ marked: { links }, onShow }: { readonly marked: MarkedPublication; readonly onShow: OnShow }) {
  const hasSeveral = new Set(links.map(({ address }) => address)).size > 1;
  return (
    <BoundedList items={links} first={10} className="links">
      {(link) => (
        <MarkedLinks
          key={`${link.sureness} ${link.address} ${link.text}`}
          link={link}
          showsAddress={hasSeveral}
          onShow={onShow}
        />
      )}
    </BoundedList>
  );
}

function countLinks(links: readonly MarkedText[]): number {
  return links.reduce((sum, { places }) => sum + places.length, 0);
}
