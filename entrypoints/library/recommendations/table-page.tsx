import { useContext, useRef, useState } from 'preact/hooks';
import { showNumber } from '../../../components/dates.ts';
import { Nothing } from '../../../components/library/browse/states.tsx';
import { type Arrival, useArrival } from '../../../components/library/browse/use-arrival.ts';
import { ViewHeading } from '../../../components/library/view-heading.tsx';
import { ScorecardView } from '../../../components/own/scorecard.tsx';
import { useLanguage, useWords } from '../../../components/words.ts';
import { changesSince, standingsByMonth } from '../../../core/follow-up/history.ts';
import { lineKey, type RecommendationLine } from '../../../core/follow-up/line.ts';
import { scorecardOf } from '../../../core/follow-up/scorecard.ts';
import { dueLines, type TableAsked, tableOf } from '../../../core/follow-up/table.ts';
import { addressOfRoute, type LibraryRoute, recommendationsRoute } from '../../../core/library-route.ts';
import { localDay } from '../../../core/local-day.ts';
import type { IsoDate } from '../../../core/model/ids.ts';
import { ListShown } from '../list-shown.ts';
import { TakeAwayAll } from '../take-away.tsx';
import { ChangesSince, DueList } from './lists.tsx';
import { StandingOverTime } from './over-time.tsx';
import { PublicationScorecards } from './publication-scorecards.tsx';
import { type EditLine, RecommendationTable } from './table.tsx';
import { TableFilters } from './table-filters.tsx';

type Route = Extract<LibraryRoute, { readonly view: 'recommendations' }>;

interface Props {
  readonly route: Route;
  /** All that there are. */
  readonly lines: readonly RecommendationLine[];
  readonly today: IsoDate;
  readonly onEdit: EditLine;
  /** Goes to the same view with another value of one field, which is named. */
  readonly onGo: (route: Route, field: string) => void;
}

/** Rows that are drawn at first, and with each step more. */
const ROWS = 100;

/** What became of all recommendations, or of those of one publication. */
export function TablePage({ route, lines: all, today, onEdit, onGo }: Props) {
  const translate = useWords();
  const { asked, since } = route;
  const { publication } = asked;
  const lines = publication === null ? all : all.filter(({ subject }) => subject.publication?.id === publication);
  const months = standingsByMonth(lines, today, localDay);
  if (all.length === 0) {
    const next = { label: translate('library_browse_all_publications'), route: ALL_PUBLICATIONS };
    return <Nothing title={translate('view_recommendations')} about={translate('follow_none')} next={next} />;
  }
  return (
    <article class="follow-page">
      <header class="view-head">
        <ViewHeading title={translate('view_recommendations')} />
        <p class="view-about">{translate('follow_about')}</p>
      </header>
      <div class="follow-overview">
        <section class="follow-part">
          <ScorecardView scorecard={scorecardOf(lines)} />
          <p class="follow-said">{translate('follow_acted_on_about')}</p>
          {publication !== null && <BriefingWay publication={publication} />}
        </section>
        <section class="follow-part">
          <h2 class="page-heading">{translate('follow_due_title')}</h2>
          <DueList lines={dueLines(lines, today)} />
        </section>
        {publication === null && (
          <section class="follow-part">
            <h2 class="page-heading">{translate('follow_per_publication')}</h2>
            <PublicationScorecards lines={all} />
          </section>
        )}
        <section class="follow-part">
          <h2 class="page-heading">{translate('follow_over_time')}</h2>
          {months.length === 0 ? (
            <p class="view-about">{translate('follow_over_time_none')}</p>
          ) : (
            <StandingOverTime months={months} />
          )}
        </section>
        <section class="follow-part">
          <h2 class="page-heading">{translate('follow_since_title')}</h2>
          <ChangesSince
            since={since}
            changes={since === null ? [] : changesSince(lines, since, localDay)}
            onSince={(next) => onGo({ ...route, since: next }, 'since')}
          />
        </section>
      </div>
      <section class="follow-part">
        <h2 class="page-heading">{translate('follow_table_title')}</h2>
        <TableFilters
          asked={asked}
          publications={publicationsOf(all)}
          onAsk={(field, value) => onGo({ ...route, asked: { ...asked, [field]: value } }, field)}
        />
        <Rows route={route} lines={all} today={today} onEdit={onEdit} />
      </section>
    </article>
  );
}

const ALL_PUBLICATIONS = { view: 'publications', order: 'said', kind: null } as const;

function BriefingWay({ publication }: { readonly publication: string }) {
  const translate = useWords();
  return (
    <p class="follow-ways">
      <a class="button" href={addressOfRoute(recommendationsRoute({ publication }, 'briefing'))}>
        {translate('follow_briefing')}
      </a>
    </p>
  );
}

function Rows({ route, lines, today, onEdit }: Omit<Props, 'onGo'>) {
  const translate = useWords();
  const language = useLanguage();
  const { items, keep } = useContext(ListShown);
  const [most, setMost] = useState(Math.max(ROWS, items));
  const [arrival, setArrival] = useState<Arrival | null>(null);
  const table = useRef<HTMLDivElement>(null);
  useArrival(table, arrival, (within) => within.querySelectorAll('.follow-line'));
  const shown = useSteady(lines, route.asked, today);
  const more = () => {
    setMost(most + ROWS);
    setArrival({ first: most });
    keep(most + ROWS);
  };
  if (shown.length === 0) {
    return (
      <p class="view-about" role="status">
        {translate('follow_none_found')}{' '}
        <a class="link" href={addressOfRoute(recommendationsRoute())}>
          {translate('follow_show_all')}
        </a>
      </p>
    );
  }
  return (
    <>
      <p class="list-total" role="status">
        {translate('follow_shown', showNumber(shown.length, language), showNumber(lines.length, language))}
      </p>
      <TakeAwayAll
        title={translate('view_recommendations')}
        gather={({ gatherLines }, gathering) => gatherLines(gathering, shown)}
      />
      <div ref={table}>
        <RecommendationTable route={route} lines={shown.slice(0, most)} today={today} onEdit={onEdit} />
      </div>
      {shown.length > most && (
        <p class="list-more">
          <button type="button" class="button" onClick={more}>
            {translate('follow_more_rows')}
          </button>
        </p>
      )}
    </>
  );
}

/** A row stays where it is while its reader changes it, though it is by then elsewhere in the order, or filtered out. */
function useSteady(
  lines: readonly RecommendationLine[],
  asked: TableAsked,
  today: IsoDate,
): readonly RecommendationLine[] {
  const kept = useRef<{ readonly name: string; readonly keys: readonly string[] }>({ name: '', keys: [] });
  const byKey = new Map(lines.map((line) => [lineKey(line), line]));
  const name = JSON.stringify([asked, [...byKey.keys()]]);
  if (kept.current.name !== name) kept.current = { name, keys: tableOf(lines, asked, today).map(lineKey) };
  return kept.current.keys.flatMap((key) => byKey.get(key) ?? []);
}

function publicationsOf(lines: readonly RecommendationLine[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap(({ subject: { publication } }) =>
      publication === null ? [] : [[publication.id, publication.title] as const],
    ),
  );
}
