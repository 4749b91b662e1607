import { showDay, showNumber } from '../../../components/dates.ts';
import { sayProgress, sayResponse } from '../../../components/own/follow-up-words.ts';
import type { Translate } from '../../../components/words.ts';
import type { BriefingWords } from '../../../core/follow-up/briefing.ts';
import type { RecommendationLine } from '../../../core/follow-up/line.ts';
import { scorecardOf } from '../../../core/follow-up/scorecard.ts';
import type { IsoDate } from '../../../core/model/ids.ts';

/** The words of the briefing on one publication. */
export function wordsOfBriefing(
  lines: readonly RecommendationLine[],
  today: IsoDate,
  translate: Translate,
  language: string | undefined,
): BriefingWords {
  const { actedOn, total } = scorecardOf(lines);
  const publication = lines[0]?.subject.publication ?? null;
  const day = (each: IsoDate) => showDay(each, language);
  return {
    title: translate('follow_briefing_title', publication?.title ?? translate('follow_no_publication')),
    head: [
      `${translate('follow_acted_on', showNumber(actedOn, language), showNumber(total, language))}.`,
      translate('follow_acted_on_means'),
      translate('follow_as_of', day(today)),
      ...(publication?.addresses.slice(0, 1) ?? []),
    ],
    columns: {
      number: translate('follow_column_number'),
      section: translate('follow_column_section'),
      words: translate('follow_column_words'),
      response: translate('follow_column_response'),
      progress: translate('follow_column_progress'),
      checkOn: translate('follow_column_check_on'),
      remark: translate('follow_remark'),
      sources: translate('follow_sources'),
    },
    sayState: ({ state, followUp }) => {
      if (state === 'gone') return translate('follow_gone');
      return state === 'changed' && followUp !== null ? translate('follow_changed_short') : null;
    },
    sayResponse: (response) => sayResponse(translate, response),
    sayProgress: (progress) => sayProgress(translate, progress),
    showDay: day,
    namePost: (of) =>
      of === null ? translate('library_browse_post') : translate('library_browse_post_of', showDay(of, language)),
  };
}
