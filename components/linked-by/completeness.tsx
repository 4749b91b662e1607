import { linkSearchAddress } from '../../core/cite/bluesky.ts';
import type { AskedSource, LinkedBy } from '../../core/protocol/linked-by.ts';
import { useInstant } from '../accounts/instants.ts';
import { FailureText } from '../accounts/trouble.tsx';
import { AwayLink } from '../away-link.tsx';
import { useWords } from '../words.ts';
import { countPosts, hasAnswer, useSum } from './use-sum.ts';

interface Props {
  readonly linkedBy: LinkedBy;
}

/** How much was found; that this is not all there may be, and why; what can be done about it. */
export function Completeness({ linkedBy }: Props) {
  const translate = useWords();
  const { sources, addresses } = linkedBy;
  const [address] = addresses;
  return (
    <>
      <p class="linked-by-sum">
        <strong>{useSum()(linkedBy)}</strong>
      </p>
      <div class="linked-by-completeness">
        {hasAnswer(linkedBy) && <p>{translate('linked_by_not_complete')}</p>}
        <ul>
          {sources.filter(isShort).map((source) => (
            <Shortfall key={source.name} source={source} />
          ))}
          {hasGaps(linkedBy) && <li>{translate('linked_by_gone')}</li>}
          {hasAnswer(linkedBy) && <li>{translate('linked_by_limits')}</li>}
        </ul>
        {address !== undefined && (
          <AwayLink
            address={linkSearchAddress(address)}
            label={translate('linked_by_search')}
            title={translate('linked_by_search_title')}
          />
        )}
      </div>
    </>
  );
}

function isShort({ state }: AskedSource): boolean {
  return state !== 'answered' && state !== 'not-asked';
}

/** Whether posts that were named and asked for are not among those that are shown. */
function hasGaps(linkedBy: LinkedBy): boolean {
  const named = Math.max(0, ...linkedBy.sources.filter(({ name }) => name !== 'posts').map(({ found }) => found));
  return (
    countPosts(linkedBy) < named && linkedBy.sources.some(({ name, state }) => name === 'posts' && state === 'answered')
  );
}

/** What is missing of one of those who were asked, and what can be done. */
function Shortfall({ source: { name, state, failure, again } }: { readonly source: AskedSource }) {
  const translate = useWords();
  const instant = useInstant(Date.now());
  return (
    <li>
      <strong>{translate(`linked_by_source_${name}`)}</strong>: {state === 'cut' && `${translate('linked_by_is_cut')} `}
      {state === 'not-offered' && translate('linked_by_is_not_offered')}
      {failure !== null && state !== 'not-offered' && <FailureText failure={failure} />}
      {again !== null && ` ${translate('failure_until', instant(again))}`}
    </li>
  );
}
