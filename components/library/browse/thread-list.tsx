import { useRef } from 'preact/hooks';
import { addressOfRoute } from '../../../core/library-route.ts';
import { dayOfTime } from '../../../core/local-day.ts';
import type { ThreadLine, ThreadList } from '../../../core/protocol/library-page.ts';
import { showDayOf } from '../../dates.ts';
import { useCount, useLanguage, useWords } from '../../words.ts';
import { showMonth } from '../months.ts';
import { ViewHeading } from '../view-heading.tsx';
import { ListTotal } from './list-total.tsx';
import { MoreButton, type MoreItems } from './more-button.tsx';
import { PublicationLink } from './publication-link.tsx';
import { Nothing } from './states.tsx';
import { useArrival } from './use-arrival.ts';

interface Props {
  readonly list: ThreadList;
  readonly more: MoreItems;
}

/** Threads under the months that they began in, the newest first. */
export function ThreadListView({ list: { items, total }, more }: Props) {
  const translate = useWords();
  const language = useLanguage();
  const say = useCount();
  const months = useRef<HTMLDivElement>(null);
  useArrival(months, more.arrival);
  if (total === 0) return <NoThreads />;
  return (
    <>
      <ViewHeading title={translate('view_threads')} />
      <ListTotal all={say('threads', total)} shown={items.length} total={total} />
      <div ref={months}>
        {[...Map.groupBy(items, ({ thread }) => dayOfTime(thread.time).slice(0, 'YYYY-MM'.length))].map(
          ([month, lines]) => (
            <section key={month} class="line-month">
              <h2 class="month-heading">{showMonth(month, language)}</h2>
              <ol class="line-list">
                {lines.map((line) => (
                  <Line key={line.thread.id} line={line} />
                ))}
              </ol>
            </section>
          ),
        )}
      </div>
      <MoreButton left={total - items.length} more={more} />
    </>
  );
}

function NoThreads() {
  const translate = useWords();
  return (
    <Nothing
      title={translate('library_browse_no_threads')}
      about={translate('library_browse_nothing_about')}
      next={{ label: translate('library_browse_add'), route: { view: 'accounts' } }}
    />
  );
}

function Line({ line: { thread, opening, publication, recommendations } }: { readonly line: ThreadLine }) {
  const translate = useWords();
  const language = useLanguage();
  const say = useCount();
  const { id, time, posts } = thread;
  return (
    <li class="line">
      <a data-item="" class="line-title line-opening" href={addressOfRoute({ view: 'thread', id })} dir="auto">
        {opening.trim() === '' ? translate('library_browse_without_words') : opening}
      </a>
      <span class="line-facts">
        <time dateTime={time}>{showDayOf(time, language)}</time>
        {` · ${say('posts', posts.length)}`}
        {recommendations > 0 && ` · ${say('recommendations', recommendations)}`}
      </span>
      {publication !== null && (
        <span class="line-facts">
          {translate('library_browse_about')} <PublicationLink publication={publication} />
        </span>
      )}
    </li>
  );
}
