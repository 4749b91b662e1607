import type { ComponentChildren } from 'preact';
import type { SearchAnswer, SearchOrder } from '../../core/protocol/search.ts';
import { showNumber } from '../dates.ts';
import { useLanguage, useWords } from '../words.ts';

interface Props {
  readonly answer: Pick<SearchAnswer, 'total' | 'start' | 'instead'> & { readonly hits: { readonly length: number } };
  /** Whether words or filters were asked, not everything. */
  readonly isAsked: boolean;
  readonly order: SearchOrder;
  readonly hrefOf: (order: SearchOrder) => string;
  readonly children: ComponentChildren;
}

const ORDERS: readonly SearchOrder[] = ['relevance', 'day'];

/** How much was found, how much of it is shown, in which order, and what can be done with all of it. */
export function ResultsHead({ answer, isAsked, order, hrefOf, children }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const { total, start, hits } = answer;
  const [all, first, last] = [total, start + 1, start + hits.length].map((number) => showNumber(number, language));
  const found = translate(isAsked ? 'search_found' : 'search_all', all ?? '');
  const shown =
    hits.length > 0 && hits.length < total ? translate('search_shown', first ?? '', last ?? '', all ?? '') : '';
  return (
    <div class="results-head">
      <p class="results-found">{found}</p>
      {shown !== '' && <p class="results-shown">{shown}</p>}
      {isAsked && total > 1 && (
        <ul class="orders" aria-label={translate('search_order')}>
          {ORDERS.map((each) => (
            <li key={each}>
              <a class="order" href={hrefOf(each)} aria-current={each === order ? 'true' : undefined}>
                {translate(`search_by_${each}`)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}
