import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '../words.ts';

/** A filter that holds, and the same search without it. */
export interface FilterChip {
  readonly key: string;
  readonly label: string;
  readonly href: string;
}

interface Props {
  readonly chips: readonly FilterChip[];
  /** The last one was removed, and with it what had the focus. */
  readonly onLast: () => void;
}

/** The filters that hold, each to be removed. */
export function FilterChips({ chips, onLast }: Props) {
  const translate = useWords();
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(chips.length);
  useLayoutEffect(() => {
    const isFewer = chips.length < before.current;
    before.current = chips.length;
    if (!isFewer || document.activeElement !== document.body) return;
    const link = list.current?.querySelector('a');
    if (link) link.focus();
    else onLast();
  }, [chips.length, onLast]);
  return (
    <ul ref={list} class="chips" aria-label={translate('filters_on')} hidden={chips.length === 0}>
      {chips.map(({ key, label, href }) => (
        <li key={key}>
          <a class="chip" href={href} aria-label={translate('filter_remove', label)}>
            {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
