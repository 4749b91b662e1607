import { useMemo } from 'preact/hooks';
import { type FilterChip, FilterChips } from '../../../components/library/filter-chips.tsx';
import { HitList } from '../../../components/library/hit-list.tsx';
import { MoreHits } from '../../../components/library/more-hits.tsx';
import { NothingFound, NothingHeld, OnlyBundled } from '../../../components/library/nothing-found.tsx';
import { ResultsHead } from '../../../components/library/results-head.tsx';
import { SaveSearch } from '../../../components/library/save-search.tsx';
import { SavedSearches } from '../../../components/library/saved-searches.tsx';
import { SearchAnnounced } from '../../../components/library/search-announced.tsx';
import { SearchHelp } from '../../../components/library/search-help.tsx';
import { ViewHeading } from '../../../components/library/view-heading.tsx';
import { Waiting } from '../../../components/library/waiting.tsx';
import { SearchNotices } from '../../../components/search-notices.tsx';
import { useWords } from '../../../components/words.ts';
import { addressOfRoute } from '../../../core/library-route.ts';
import type { LibraryState } from '../../../core/protocol/library-state.ts';
import { isSearchFor } from '../../../core/saved-searches.ts';
import { filtersOf, withoutFilter } from '../../../core/search/query.ts';
import { TakeAwayAll } from '../take-away.tsx';
import type { ViewProps } from '../view.ts';
import { isMoreThan, MOST_HITS } from './load-hits.ts';
import { useSayFilter } from './say-filter.ts';
import { SearchFilters } from './search-filters.tsx';
import { searchFor } from './search-for.ts';
import { useHits } from './use-hits.ts';
import { useNewSince, useSaved } from './use-saved.ts';

export interface SearchDoors {
  /** Undefined until the background has told it. */
  readonly library: LibraryState | undefined;
  /** Milliseconds since 1970 when the visit before this one ended: what came later is new. */
  readonly since: number;
}

/** What words and filters find; everything where none are asked. */
export function SearchView({ route, ask, go, library, since }: ViewProps<'search'> & SearchDoors) {
  const translate = useWords();
  const sayFilter = useSayFilter();
  const { text, order, from = null } = route;
  const isAsked = text.trim() !== '';
  const saved = useSaved(ask);
  const shownSaved = isAsked ? saved.searches.find((each) => isSearchFor(each, route)) : undefined;
  const newSince = useNewSince(shownSaved, since);
  const found = useHits(ask, { text, order, from, newSince });
  const { answer } = found;
  const hrefOf = (next: string) => addressOfRoute(searchFor(next, route));
  const chips: FilterChip[] = filtersOf(text).map((filter) => ({
    key: `${filter.name} ${filter.value}`,
    label: sayFilter(filter),
    href: hrefOf(withoutFilter(text, filter.name, filter.value)),
  }));
  const feeds = useMemo(() => new Map(library?.feeds.map((feed) => [feed.id, feed])), [library]);
  // Typing draws the whole view at each letter, but what was found only when it changes.
  const list = useMemo(
    () => answer !== undefined && <HitList hits={answer.hits} order={found.order} feeds={feeds} />,
    [answer, found.order, feeds],
  );
  // What an earlier search found is not what this one finds.
  const hasFailed = found.state === 'failed' && !found.isOfThis;
  const isEmpty = library?.feeds.every(({ posts }) => posts === 0) ?? false;
  return (
    <div class="search">
      <ViewHeading title={isAsked ? translate('search_title', text.trim()) : translate('view_search')} isUnseen />
      <div class="search-side">
        <SavedSearches
          searches={saved.searches.map((each) => ({
            id: each.id,
            name: each.name,
            href: addressOfRoute({ view: 'search', text: each.text, order: each.order }),
            isShown: each === shownSaved,
            fresh: saved.fresh.get(each.id) ?? null,
          }))}
          onRename={saved.rename}
          onRemove={saved.remove}
        />
        <SearchFilters route={route} go={go} answer={answer} />
      </div>
      <SearchAnnounced text={text} answer={found.isOfThis ? answer : undefined} />
      <div class="results" aria-busy={!found.isOfThis && !hasFailed}>
        <SearchHelp counts={answer?.counts} hrefOf={hrefOf} />
        <FilterChips chips={chips} onLast={() => document.querySelector<HTMLElement>('input[type=search]')?.focus()} />
        {answer === undefined || hasFailed ? (
          <Waiting hasFailed={found.state === 'failed'} onTryAgain={found.tryAgain} />
        ) : (
          <>
            <SearchNotices
              text={text}
              instead={answer.instead}
              faults={answer.faults}
              wayTo={(other) => (
                <a class="link" href={hrefOf(other)}>
                  <bdi>{other}</bdi>
                </a>
              )}
            />
            {answer.total > 0 && (
              <ResultsHead
                answer={answer}
                isAsked={isAsked}
                order={order}
                hrefOf={(next) => addressOfRoute({ view: 'search', text, order: next })}
              >
                {isAsked && (
                  <SaveSearch
                    key={text}
                    text={text.trim()}
                    savedAs={shownSaved?.name ?? null}
                    onSave={(name) => saved.save({ text: text.trim(), order }, name)}
                  />
                )}
                <TakeAwayAll
                  title={isAsked ? translate('search_title', text.trim()) : translate('view_search')}
                  gather={({ gatherHits }, gathering) => gatherHits(gathering, { text, order, newSince }, feeds)}
                />
              </ResultsHead>
            )}
            {answer.start > 0 && (
              <p class="search-notice">
                {answer.hits.length === 0 && answer.total > 0 && `${translate('search_none_before')} `}
                <a class="link" href={addressOfRoute({ view: 'search', text, order })}>
                  {translate('search_newest')}
                </a>
              </p>
            )}
            {list}
            {answer.total === 0 && (isEmpty && !isAsked ? <NothingHeld /> : <NothingFound chips={chips} />)}
            <MoreHits
              left={answer.total - answer.start - answer.hits.length}
              onMore={found.more}
              hasFailed={found.state === 'failed'}
              onTryAgain={found.tryAgain}
              isFull={answer.hits.length >= MOST_HITS && isMoreThan(answer)}
            />
            {answer.total > 0 && library?.feeds.every(({ isBundled }) => isBundled) && <OnlyBundled />}
          </>
        )}
      </div>
    </div>
  );
}
