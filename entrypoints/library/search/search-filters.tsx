import { useId, useState } from 'preact/hooks';
import { DayFilter } from '../../../components/library/day-filter.tsx';
import { type FilterLink, FilterList } from '../../../components/library/filter-list.tsx';
import { MonthList } from '../../../components/library/month-list.tsx';
import { SiteFilter } from '../../../components/library/site-filter.tsx';
import { useWords } from '../../../components/words.ts';
import { addressOfRoute } from '../../../core/library-route.ts';
import { keyPart } from '../../../core/message-key.ts';
import { PROGRESS, RESPONSES } from '../../../core/model/own.ts';
import type { HitKind, OwnCounts, SearchAnswer } from '../../../core/protocol/search.ts';
import { filtersOf, isSameValue, readBound, readQuery, withFilter, withoutFilter } from '../../../core/search/query.ts';
import type { FilterName, WrittenFilter } from '../../../core/search/query-parts.ts';
import type { Way } from '../router.ts';
import type { ViewProps } from '../view.ts';
import { searchFor } from './search-for.ts';

interface Props extends Pick<ViewProps<'search'>, 'route' | 'go'> {
  /** Undefined before the first answer. */
  readonly answer: SearchAnswer | undefined;
}

const KINDS: readonly HitKind[] = ['post', 'recommendation', 'publication', 'note'];

/** The filters of the text in the box as controls, which write into it. */
export function SearchFilters({ route, go, answer }: Props) {
  const translate = useWords();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const filters = filtersOf(route.text);
  return (
    <>
      <button
        type="button"
        class="button filters-toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {translate(filters.length === 0 ? 'filters_title' : 'filters_count', String(filters.length))}
      </button>
      <section id={id} class={isOpen ? 'filters open' : 'filters'} aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`} class="unseen">
          {translate('filters_title')}
        </h2>
        {answer !== undefined && <CountedFilters route={route} answer={answer} filters={filters} />}
        <TypedFilters route={route} go={go} />
        {answer !== undefined && <Months route={route} go={go} answer={answer} />}
      </section>
    </>
  );
}

interface CountedProps extends Pick<Props, 'route'> {
  readonly answer: SearchAnswer;
  readonly filters: readonly WrittenFilter[];
}

type MakeLink = (name: FilterName, value: string, label: string, hits: number) => FilterLink;

function isKnown({ hits, isOn }: FilterLink): boolean {
  return hits > 0 || isOn;
}

function CountedFilters({ route, answer, filters }: CountedProps) {
  const translate = useWords();
  const { text } = route;
  const { kinds, accounts, publications, new: fresh, own } = answer.counts;
  const link: MakeLink = (name, value, label, hits) => {
    const isOn = filters.some((each) => each.name === name && isSameValue(each.value, value));
    const next = isOn ? withoutFilter(text, name, value) : withFilter(text, name, value);
    return { key: `${name} ${value}`, label, hits, isOn, href: addressOfRoute(searchFor(next, route)) };
  };
  return (
    <>
      <FilterList
        title={translate('filter_kind')}
        links={KINDS.map((kind) => link('kind', kind, translate(`filter_kind_${kind}`), kinds[kind])).filter(
          ({ key, hits, isOn }) => key !== 'kind note' || hits > 0 || isOn,
        )}
      />
      <FilterList
        title={translate('filter_new')}
        links={[link('is', 'new', translate('filter_since_visit'), fresh)].filter(isKnown)}
      />
      <FilterList
        title={translate('filter_account')}
        links={accounts.map(({ handle, displayName, hits }) =>
          link('account', handle, displayName === '' ? `@${handle}` : displayName, hits),
        )}
      />
      <FilterList
        title={translate('filter_publication')}
        links={publications.map(({ title, hits }) => link('publication', title, title, hits))}
      />
      <OwnFilters counts={own} link={link} />
    </>
  );
}

/** How recommendations stand is offered once the reader has followed one up. */
function OwnFilters({ counts, link }: { readonly counts: OwnCounts; readonly link: MakeLink }) {
  const translate = useWords();
  const { notes, followUps, due, responses, progress } = counts;
  const standing = [
    RESPONSES.map((each) => link('response', each, translate(`search_own_response_${keyPart(each)}`), responses[each])),
    PROGRESS.map((each) => link('progress', each, translate(`search_own_progress_${keyPart(each)}`), progress[each])),
  ];
  const isFollowing = followUps > 0 || standing.flat().some(({ isOn }) => isOn);
  const [byResponse = [], byProgress = []] = isFollowing ? standing : [];
  return (
    <>
      <FilterList
        title={translate('search_own_filter')}
        links={[
          link('has', 'note', translate('search_own_has_note'), notes),
          link('has', 'follow-up', translate('search_own_has_follow_up'), followUps),
          link('is', 'due', translate('search_own_due'), due),
        ].filter(isKnown)}
      />
      <FilterList title={translate('search_own_response')} links={byResponse.filter(isKnown)} />
      <FilterList title={translate('search_own_progress')} links={byProgress.filter(isKnown)} />
    </>
  );
}

function TypedFilters({ route, go }: Pick<Props, 'route' | 'go'>) {
  const { from, to, sites } = readQuery(route.text).filters;
  const put = (text: string, name: FilterName, value: string | null) =>
    value === null ? withoutFilter(text, name) : withFilter(text, name, value);
  const change = (text: string, way: Way) => go(searchFor(text, route), way);
  return (
    <>
      <DayFilter
        from={from}
        to={to}
        onChange={(first, last) =>
          change(put(put(route.text, 'from', first), 'to', last), { sitting: first === from ? 'to' : 'from' })
        }
      />
      <SiteFilter
        site={sites[0] ?? null}
        onChange={(site) => change(put(withoutFilter(route.text, 'site'), 'site', site), 'push')}
      />
    </>
  );
}

function Months({ route, go, answer }: Pick<Props, 'route' | 'go'> & { readonly answer: SearchAnswer }) {
  const at = (day: string) => ({ view: 'search', text: route.text, order: 'day', from: day }) as const;
  return (
    <MonthList
      months={answer.counts.months}
      shown={route.from?.slice(0, 'YYYY-MM'.length) ?? null}
      hrefOf={(month) => addressOfRoute(at(readBound(month, 'to') ?? month))}
      onJump={(day) => go(at(day), 'push')}
    />
  );
}
