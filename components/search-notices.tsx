import type { ComponentChildren } from 'preact';
import { keyPart } from '../core/message-key.ts';
import type { Instead, QueryFault } from '../core/protocol/search.ts';
import { useWords } from './words.ts';

interface Props {
  readonly text: string;
  readonly instead: Instead | null;
  readonly faults: readonly QueryFault[];
  /** Leads to the text that was looked for instead, asked as such. */
  readonly wayTo: (text: string) => ComponentChildren;
}

/** What was understood otherwise than it was typed. */
export function SearchNotices({ text, instead, faults, wayTo }: Props) {
  const translate = useWords();
  return (
    <>
      {instead?.kind === 'spelling' && (
        <p class="search-notice">
          {translate('search_instead')} {wayTo(instead.text)}
        </p>
      )}
      {instead?.kind === 'some' && <p class="search-notice">{translate('search_some')}</p>}
      {faults.map(({ kind, start, end }) => (
        <p key={start} class="search-notice">
          {translate(faultKey(kind, text.slice(start, end)), text.slice(start, end))}
        </p>
      ))}
    </>
  );
}

function faultKey(kind: QueryFault['kind'], written: string) {
  return written.toLowerCase().startsWith('is:') ? 'search_fault_is' : (`search_fault_${keyPart(kind)}` as const);
}
