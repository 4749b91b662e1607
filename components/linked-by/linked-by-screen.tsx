import { useState } from 'preact/hooks';
import type { LinkedBy } from '../../core/protocol/linked-by.ts';
import { sayAgo } from '../ago.ts';
import { useLanguage, useWords } from '../words.ts';
import { Completeness } from './completeness.tsx';
import type { Linked, LinkedByDoors } from './doors.ts';
import { LinkingAccounts } from './linking-accounts.tsx';
import { type AskingState, useLinkedBy } from './use-linked-by.ts';
import { useSum } from './use-sum.ts';

export interface LinkedByScreenProps extends Linked {
  readonly doors: LinkedByDoors;
  /** Whether it is a part of a page that has a heading of its own. */
  readonly isPart?: boolean;
}

/** Who linked to a page, as the network told or as it is being asked. */
export function LinkedByScreen({ address, title, doors, isPart = false }: LinkedByScreenProps) {
  const translate = useWords();
  const { state, ask } = useLinkedBy(doors, address);
  const Heading = isPart ? 'h2' : 'h1';
  const isWaiting = state.kind === 'reading' || state.kind === 'asking';
  return (
    <article class="linked-by" aria-busy={isWaiting}>
      <Heading class="linked-by-title">{translate('linked_by_title')}</Heading>
      <p class="linked-by-quiet">{title || address}</p>
      <Standing state={state} onAsk={() => (isRefused(state) ? doors.onNeedConsent(address) : ask())} />
      {state.kind === 'told' && (
        <>
          <Completeness linkedBy={state.linkedBy} />
          <LinkingAccounts key={state.linkedBy.askedAt} linkedBy={state.linkedBy} doors={doors} isPart={isPart} />
        </>
      )}
      <p role="status" class="unseen">
        <Announced state={state} />
      </p>
    </article>
  );
}

interface StandingProps {
  readonly state: AskingState;
  readonly onAsk: () => void;
}

/** When it was asked, or why not; and the one button that asks again, which keeps the focus. */
function Standing({ state, onAsk }: StandingProps) {
  const translate = useWords();
  const isAsking = state.kind === 'asking';
  if (state.kind === 'reading') return <p class="linked-by-standing" />;
  return (
    <p class="linked-by-standing">
      <span>
        {isAsking && translate('linked_by_asking')}
        {state.kind === 'told' && <Asked linkedBy={state.linkedBy} />}
        {state.kind === 'no-answer' && translate('refusal_no_answer')}
        {state.kind === 'refused' &&
          translate(state.refusal.kind === 'no-address' ? 'linked_by_no_address' : 'failure_not_allowed')}
      </span>{' '}
      <button type="button" class="action" aria-disabled={isAsking} onClick={() => isAsking || onAsk()}>
        {translate('linked_by_again')}
      </button>
    </p>
  );
}

/** Whether the reader has switched it off meanwhile. */
function isRefused(state: AskingState): boolean {
  return state.kind === 'refused' && state.refusal.kind === 'not-allowed';
}

function Asked({ linkedBy: { askedAt } }: { readonly linkedBy: LinkedBy }) {
  const translate = useWords();
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  return translate('linked_by_asked', sayAgo(translate, language, askedAt, now));
}

/** One sentence for those who do not see the answer come. */
function Announced({ state }: { readonly state: AskingState }) {
  const translate = useWords();
  const sum = useSum();
  switch (state.kind) {
    case 'asking':
      return translate('linked_by_asking');
    case 'told':
      return sum(state.linkedBy);
    case 'no-answer':
      return translate('refusal_no_answer');
    default:
      return null;
  }
}
