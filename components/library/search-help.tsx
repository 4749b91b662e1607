import type { MessageKey } from '../../core/message-key.ts';
import type { SearchCounts } from '../../core/protocol/search.ts';
import { readBound, withFilter } from '../../core/search/query.ts';
import { useWords } from '../words.ts';

/** What there is to be found, of which examples are made. */
type There = Pick<SearchCounts, 'accounts' | 'publications' | 'months'>;

interface Props {
  /** Undefined before the first answer. */
  readonly counts: There | undefined;
  /** Where an example leads. */
  readonly hrefOf: (text: string) => string;
}

/** A way of asking with an example of it, and where nothing is there to make one of, what it looks like. */
interface WayOfAsking {
  readonly means: MessageKey;
  readonly looks: string;
  readonly example?: (there: There) => string | undefined;
}

/** What can be typed beside words. */
const WAYS: readonly WayOfAsking[] = [
  { means: 'help_phrase', looks: '"public procurement"' },
  { means: 'help_without', looks: 'procurement -defence' },
  { means: 'help_kind', looks: 'kind:recommendation' },
  { means: 'help_days', looks: 'from:2025-01-01 to:2025-06-30', example: ({ months }) => daysOf(months[0]?.month) },
  { means: 'help_new', looks: 'is:new' },
  { means: 'help_site', looks: 'site:instituteforgovernment.org.uk' },
  {
    means: 'help_account',
    looks: 'account:example.bsky.social',
    example: ({ accounts }) => filterFor('account', accounts[0]?.handle),
  },
  {
    means: 'help_publication',
    looks: 'publication:"Title of a report"',
    example: ({ publications }) => filterFor('publication', publications[0]?.title),
  },
  { means: 'search_own_help_has', looks: 'has:note' },
  { means: 'search_own_help_response', looks: 'response:accepted' },
  { means: 'search_own_help_progress', looks: 'progress:under-way' },
  { means: 'search_own_help_due', looks: 'is:due' },
];

/** The operators, beside the box that takes them; what is found by an example is there. */
export function SearchHelp({ counts, hrefOf }: Props) {
  const translate = useWords();
  return (
    <details class="help">
      <summary class="help-title">{translate('help_title')}</summary>
      <p class="paragraph quiet">{translate('help_words')}</p>
      <dl class="help-list">
        {WAYS.map(({ means, looks, example }) => {
          const made = example ? counts && example(counts) : looks;
          return (
            <div key={means} class="help-row">
              <dt>
                {made === undefined ? (
                  <span class="help-example">{looks}</span>
                ) : (
                  <a class="link help-example" href={hrefOf(made)}>
                    <bdi>{made}</bdi>
                  </a>
                )}
              </dt>
              <dd>{translate(means)}</dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}

function filterFor(name: 'account' | 'publication', value: string | undefined): string | undefined {
  return value && withFilter('', name, value);
}

/** The days of a month, `YYYY-MM`. */
function daysOf(month: string | undefined): string | undefined {
  return month && `from:${readBound(month, 'from')} to:${readBound(month, 'to')}`;
}
