import type { MarkdownWords } from '../../../core/take-away/markdown.ts';
import type { ReferenceWords } from '../../../core/take-away/references.ts';

export const markdownWords: MarkdownWords = {
  other: 'Without a publication',
  posts: 'Posts',
  notes: 'Notes',
  recommendations: 'Recommendations',
  evidence: 'Evidence',
  columns: ['No.', 'Recommendation', 'Response', 'Progress', 'Check on'],
  sayResponse: (response) => `response ${response}`,
  sayProgress: (progress) => `progress ${progress}`,
  showTime: (time) => time.replace('T', ', '),
  notesOn: ({ post: { linkCard } }) => (linkCard === null ? [] : [`Links to: ${linkCard.title}`]),
};

export const referenceWords: ReferenceWords = {
  doubt: 'end of title uncertain',
  sayFollowUp: ({ subject: { number, words }, response, progress, checkOn, remarks }) =>
    [`${number}. ${words}: ${response}, ${progress}, ${checkOn}`, ...remarks].join('\n'),
};
