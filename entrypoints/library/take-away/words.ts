import { showDay, showMinute } from '../../../components/dates.ts';
import { notesOnPost } from '../../../components/library/browse/thread-words.ts';
import { sayProgress, sayResponse } from '../../../components/own/follow-up-words.ts';
import type { Translate } from '../../../components/words.ts';
import type { FollowUp } from '../../../core/model/own.ts';
import type { MarkdownWords } from '../../../core/take-away/markdown.ts';
import type { ReferenceWords } from '../../../core/take-away/references.ts';

/** What a Markdown document says beside what it is made of. */
export function wordsOfMarkdown(translate: Translate, language: string | undefined): MarkdownWords {
  return {
    other: translate('take_away_other'),
    posts: translate('take_away_posts'),
    notes: translate('view_notes'),
    recommendations: translate('heading_recommendations'),
    evidence: translate('follow_evidence'),
    columns: [
      translate('follow_column_number'),
      translate('follow_column_words'),
      translate('follow_column_response'),
      translate('follow_column_progress'),
      translate('follow_column_check_on'),
    ],
    sayResponse: (response) => sayResponse(translate, response),
    sayProgress: (progress) => sayProgress(translate, progress),
    showTime: (time) => showMinute(time, language),
    notesOn: ({ post, feed }) => notesOnPost(post, feed, translate),
  };
}

/** What references say of doubts and of follow-up. */
export function wordsOfReferences(translate: Translate, language: string | undefined): ReferenceWords {
  return {
    doubt: translate('cite_doubt'),
    sayFollowUp: (followUp) => sayFollowUp(followUp, translate, language),
  };
}

function sayFollowUp(
  { subject: { number, words }, response, progress, checkOn, remarks }: FollowUp,
  translate: Translate,
  language: string | undefined,
): string {
  const stands = [
    `${translate('follow_column_response')}: ${sayResponse(translate, response)}`,
    `${translate('follow_column_progress')}: ${sayProgress(translate, progress)}`,
    checkOn !== null && translate('take_away_check_on', showDay(checkOn, language)),
  ];
  return [`${number}. ${words}`, stands.filter((part) => part !== false).join('; '), ...remarks].join('\n');
}
