import { useRef } from 'preact/hooks';
import { addressOfRoute, type LibraryRoute } from '../../../core/library-route.ts';
import { keyPart } from '../../../core/message-key.ts';
import type { PublicationKind } from '../../../core/model/publication.ts';
import type { PublicationLine, PublicationList } from '../../../core/protocol/library-page.ts';
import { showDay } from '../../dates.ts';
import { useCount, useLanguage, useWords } from '../../words.ts';
import { ViewHeading } from '../view-heading.tsx';
import { ChoiceLinks } from './choice-links.tsx';
import { ListTotal } from './list-total.tsx';
import { type MonthSpan, spanOf } from './months.ts';
import { MonthsPicture } from './months-picture.tsx';
import { MoreButton, type MoreItems } from './more-button.tsx';
import { Nothing } from './states.tsx';
import { useArrival } from './use-arrival.ts';

type Route = Extract<LibraryRoute, { readonly view: 'publications' }>;

interface Props {
  readonly route: Route;
  readonly list: PublicationList;
  readonly more: MoreItems;
}

const ORDERS = ['said', 'day', 'title'] as const;

/** What posts are about, in an order and of a kind that the address says. */
export function PublicationListView({ route, list, more }: Props) {
  const translate = useWords();
  const say = useCount();
  const items = useRef<HTMLOListElement>(null);
  useArrival(items, more.arrival);
  if (list.total === 0 && route.kind === null) return <NoPublications />;
  const span = spanOf(list.items.flatMap(({ months }) => months));
  return (
    <>
      <ViewHeading title={translate('view_publications')} />
      <Choices route={route} kinds={list.kinds} />
      <ListTotal all={say('publications', list.total)} shown={list.items.length} total={list.total} />
      <ol ref={items} class="line-list">
        {list.items.map((line) => (
          <Line key={line.publication.id} line={line} span={span} />
        ))}
      </ol>
      <MoreButton left={list.total - list.items.length} more={more} />
    </>
  );
}

function NoPublications() {
  const translate = useWords();
  return (
    <Nothing
      title={translate('library_browse_no_publications')}
      about={translate('library_browse_nothing_about')}
      next={{ label: translate('library_browse_add'), route: { view: 'accounts' } }}
    />
  );
}

interface ChoicesProps {
  readonly route: Route;
  readonly kinds: PublicationList['kinds'];
}

function Choices({ route, kinds }: ChoicesProps) {
  const translate = useWords();
  const counted = (Object.entries(kinds) as [PublicationKind, number][]).toSorted(([, a], [, b]) => b - a);
  const all = counted.reduce((sum, [, count]) => sum + count, 0);
  return (
    <div class="choices-row">
      <ChoiceLinks
        name={translate('library_browse_order')}
        choices={ORDERS.map((order) => ({
          label: translate(`library_browse_by_${order}`),
          route: { ...route, order },
          isCurrent: route.order === order,
          count: null,
        }))}
      />
      <ChoiceLinks
        name={translate('library_browse_kind')}
        choices={[[null, all] as const, ...counted].map(([kind, count]) => ({
          label: translate(kind === null ? 'library_browse_all_kinds' : `kind_${keyPart(kind)}`),
          route: { ...route, kind },
          isCurrent: route.kind === kind,
          count,
        }))}
      />
    </div>
  );
}

interface LineProps {
  readonly line: PublicationLine;
  readonly span: MonthSpan | null;
}

function Line({ line: { publication, posts, recommendations, newest, months }, span }: LineProps) {
  const translate = useWords();
  const language = useLanguage();
  const say = useCount();
  const { id, kind, title, isIfg, siteName } = publication;
  const facts = [
    translate(`kind_${keyPart(kind)}`),
    isIfg ? null : siteName,
    say('posts', posts),
    recommendations > 0 && say('recommendations', recommendations),
    newest !== null && translate('library_browse_newest', showDay(newest, language)),
  ];
  return (
    <li class="line">
      <a data-item="" class="line-title" href={addressOfRoute({ view: 'publication', id })} dir="auto">
        {title}
      </a>
      <span class="line-facts">{facts.filter(Boolean).join(' · ')}</span>
      <MonthsPicture months={months} span={span} />
    </li>
  );
}
