import { useId } from 'preact/hooks';
import type { FeedOrigin } from '../../core/gloss/gloss.ts';
import type { FeedId } from '../../core/model/ids.ts';
import type { SearchHit, SearchOrder } from '../../core/protocol/search.ts';
import { BesideForm } from '../beside-form.ts';
import { useLanguage, useWords } from '../words.ts';
import { HitView } from './hit.tsx';
import { keyOfHit } from './hits.ts';
import { showMonth } from './months.ts';

interface Props {
  readonly hits: readonly SearchHit[];
  readonly order: SearchOrder;
  readonly feeds: ReadonlyMap<FeedId, FeedOrigin>;
}

/** All that was found so far, under its months where it is in the order of days. */
export function HitList({ hits, order, feeds }: Props) {
  return (
    <BesideForm.Provider value="line">
      {order === 'relevance' ? (
        <Hits hits={hits} feeds={feeds} />
      ) : (
        [...Map.groupBy(hits, monthOf)].map(([month, ofMonth]) => (
          <Month key={month} month={month} hits={ofMonth} feeds={feeds} />
        ))
      )}
    </BesideForm.Provider>
  );
}

interface MonthProps extends Omit<Props, 'order'> {
  readonly month: string;
}

function Month({ month, ...props }: MonthProps) {
  const translate = useWords();
  const language = useLanguage();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 class="hits-month" id={id}>
        {month === NO_MONTH ? translate('hits_no_day') : showMonth(month, language)}
      </h2>
      <Hits {...props} />
    </section>
  );
}

/** So many are left out together while they are far from the window: browsers take long to watch thousands, each by itself. */
const GROUP = 50;

function Hits({ hits, feeds }: Omit<Props, 'order'>) {
  const groups = Map.groupBy(hits, (_, place) => Math.floor(place / GROUP));
  return (
    <>
      {[...groups].map(([place, group]) => (
        <ol key={place} class="hits" style={{ containIntrinsicBlockSize: `auto ${group.length * 9}rem` }}>
          {group.map((hit) => (
            <HitView key={keyOfHit(hit)} hit={hit} feed={'feed' in hit ? feeds.get(hit.feed) : undefined} />
          ))}
        </ol>
      ))}
    </>
  );
}

const NO_MONTH = '';

function monthOf({ day }: SearchHit): string {
  return day?.slice(0, 'YYYY-MM'.length) ?? NO_MONTH;
}
