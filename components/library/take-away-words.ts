import { keyPart } from '../../core/message-key.ts';
import type { FollowUp } from '../../core/model/own.ts';
import type { MarkdownWords } from '../../core/take-away/markdown.ts';
import type { ReferenceWords } from '../../core/take-away/references.ts';
import { showDay, showMinute } from '../dates.ts';
import type { Translate } from '../words.ts';
import { notesOnPost } from './browse/thread-words.ts';

/** What a Markdown document says beside what it is made of. */
export function wordsOfMarkdown(translate: Translate, language: string | undefined): MarkdownWords {
  return {
    other: translate('take_away_other'),
    posts: translate('take_away_posts'),
    notes: translate('take_away_notes'),
    recommendations: translate('heading_recommendations'),
    evidence: translate('take_away_evidence'),
    columns: [
      translate('take_away_number'),
      translate('take_away_recommendation'),
      translate('take_away_response'),
      translate('take_away_progress_column'),
      translate('take_away_check_column'),
    ],
    sayResponse: (response) => translate(`take_away_response_${keyPart(response)}`),
    sayProgress: (progress) => translate(`take_away_progress_${keyPart(progress)}`),
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
    `${translate('take_away_response')}: ${translate(`take_away_response_${keyPart(response)}`)}`,
    `${translate('take_away_progress_column')}: ${translate(`take_away_progress_${keyPart(progress)}`)}`,
    checkOn !== null && translate('take_away_check_on', showDay(checkOn, language)),
  ];
  return [`${number}. ${words}`, stands.filter((part) => part !== false).join('; '), ...remarks].join('\n');
}
