import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { showNumber } from './dates.ts';
import { useLanguage, useWords } from './words.ts';

interface Props<Item> {
  readonly items: readonly Item[];
  /** How many are shown before the reader asks for more. */
  readonly first: number;
  readonly className: string;
  readonly children: (item: Item) => ComponentChild;
}

/** More come at once than at first, for whoever asks wants to see many. */
const MORE = 50;

/** A list of which only the first are shown until its reader asks for more: pages can have thousands of links. */
export function BoundedList<Item>({ items, first, className, children }: Props<Item>) {
  const translate = useWords();
  const language = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(first);
  const left = items.length - shown;
  useEffect(() => {
    // The button that was pressed has moved away, or is gone.
    if (shown > first) list.current?.children[shown - MORE]?.querySelector('button')?.focus();
  }, [shown, first]);
  return (
    <>
      <ul ref={list} class={className}>
        {items.slice(0, shown).map(children)}
      </ul>
      {left > 0 && (
        <button type="button" class="action show-more" onClick={() => setShown(shown + MORE)}>
          {translate('show_more', showNumber(left, language))}
        </button>
      )}
    </>
  );
}
