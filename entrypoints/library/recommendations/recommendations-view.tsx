import { Nothing, NotLoaded, Outdated, Waiting } from '../../../components/library/browse/states.tsx';
import { whyUnkept } from '../../../components/own/why-unkept.ts';
import { useToday } from '../../../components/use-today.ts';
import { useWords } from '../../../components/words.ts';
import type { RecommendationLine } from '../../../core/follow-up/line.ts';
import { recommendationsRoute } from '../../../core/library-route.ts';
import type { FollowUpEdit } from '../../../core/own/change.ts';
import type { ViewProps } from '../view.ts';
import { BriefingPage } from './briefing-page.tsx';
import { TablePage } from './table-page.tsx';
import { useLines } from './use-lines.ts';

/** What became of recommendations: as a table to work in, or as a document for others. */
export function RecommendationsView({ route, ask, go }: ViewProps<'recommendations'>) {
  const { answer: lines, state, tryAgain } = useLines(ask);
  const translate = useWords();
  const today = useToday();
  const { publication } = route.asked;
  // What is noted already is known by the words that it is about.
  const edit = async ({ subject, followUp }: RecommendationLine, change: FollowUpEdit) =>
    whyUnkept(ask('changeFollowUp', { subject: followUp?.subject ?? subject, edit: change }));
  if (lines === undefined) return state === 'failed' ? <NotLoaded onTryAgain={tryAgain} /> : <Waiting />;
  if (publication !== null && !lines.some(({ subject }) => subject.publication?.id === publication)) {
    const next = { label: translate('follow_all'), route: recommendationsRoute() };
    return <Nothing title={translate('view_recommendations')} about={translate('follow_none_of')} next={next} />;
  }
  return (
    <>
      {state === 'failed' && <Outdated onTryAgain={tryAgain} />}
      {route.as === 'briefing' && publication !== null ? (
        <BriefingPage route={route} lines={lines} today={today} />
      ) : (
        <TablePage
          route={route}
          lines={lines}
          today={today}
          onEdit={edit}
          onGo={(next, sitting) => go(next, { sitting })}
        />
      )}
    </>
  );
}
