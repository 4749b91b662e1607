import { useId, useState } from 'preact/hooks';
import type { MarkedText } from '../core/protocol/marks.ts';
import { showNumber } from './dates.ts';
import type { OnShow } from './mark-list.tsx';
import { useLanguage, useWords } from './words.ts';

interface Props {
  readonly link: MarkedText;
  readonly showsAddress: boolean;
  readonly onShow: OnShow;
}

/** Links that look the same are one, with a button that goes from each to the next. */
export function MarkedLinks({ link: { text, address, sureness, places }, showsAddress, onShow }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const [next, setNext] = useState(1);
  const id = useId();
  const place = places[0];
  // Links may have gone since.
  const following = places[next] === undefined ? 0 : next;
  const step = () => {
    const to = places[following];
    if (to !== undefined) onShow(to, true);
    setNext(following + 1);
  };
  if (place === undefined) return null;
  return (
    <li>
      <button
        type="button"
        class={`item ${sureness}`}
        onClick={() => {
          setNext(1);
          onShow(place, false);
        }}
      >
        <span id={`${id}text`} class="item-title">
          {text || shorten(address)}
        </span>
        {place.frameId !== 0 && <span class="item-meta"> {translate('mark_in_frame')}</span>}
        {showsAddress && text !== '' && <ShownAddress address={address} />}
      </button>
      {places.length > 1 && (
        <button type="button" id={`${id}step`} class="step" aria-labelledby={`${id}step ${id}text`} onClick={step}>
          {translate('mark_step', showNumber(following + 1, language), showNumber(places.length, language))}
        </button>
      )}
    </li>
  );
}

export function ShownAddress({ address }: { readonly address: string }) {
  return (
    <>
      {' '}
      <span class="item-meta item-address">{shorten(address)}</span>
    </>
  );
}

/** UTF-16 units of an address that are shown; wrapped ones have thousands. */
const MAX_SHOWN_LENGTH = 120;

function shorten(address: string): string {
  const bare = address.replace(/^https?:\/\/(?:www\.)?/, '');
  return bare.length <= MAX_SHOWN_LENGTH ? bare : `${bare.slice(0, MAX_SHOWN_LENGTH)}…`;
}
