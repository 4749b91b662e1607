import { keyPart } from '../../core/message-key.ts';
import type { Instead, QueryFault } from '../../core/protocol/search.ts';
import { useWords } from '../words.ts';

interface Props {
  readonly text: string;
  readonly instead: Instead | null;
  readonly faults: readonly QueryFault[];
  /** Where the text that was looked for instead is asked as such. */
  readonly hrefOf: (text: string) => string;
}

/** What was understood otherwise than it was typed. */
export function SearchNotices({ text, instead, faults, hrefOf }: Props) {
  const translate = useWords();
  return (
    <>
      {instead?.kind === 'spelling' && (
        <p class="search-notice">
          {translate('search_instead')}{' '}
          <a class="link" href={hrefOf(instead.text)}>
            <bdi>{instead.text}</bdi>
          </a>
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
