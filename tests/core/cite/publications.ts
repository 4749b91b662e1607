import type { Post } from '../../../core/model/post.ts';
import type { Publication } from '../../../core/model/publication.ts';

export const report: Publication = {
  id: 'ifg:the-role-of-procurement',
  kind: 'report',
  title: 'The role of procurement in delivering mission-led government',
  otherTitles: [],
  titleIsCertain: true,
  description: '',
  siteName: 'Institute for Government',
  isIfg: true,
  section: 'publication',
  addresses: ['https://instituteforgovernment.org.uk/publication/procurement-government-missions-delivery'],
  displayForms: ['www.instituteforgovernment.org.uk/publication/...'],
  coverageOf: null,
};

export const post: Post = {
  id: 'drbenpaxton.bsky.social/2025-09-25T12:18/12',
  uri: null,
  author: null,
  time: '2025-09-25T12:18',
  text: '3. Publish longer-term 3y pipelines, giving industry sight of upcoming opportunities',
  likes: 1,
  reposts: 0,
  replies: 2,
  quotes: 0,
  mentions: [],
  addresses: [],
  linkCard: null,
  images: 0,
  alternativeTexts: [],
  languages: [],
  tags: [],
  labels: [],
  quote: null,
  isRepost: null,
  thread: null,
  publications: [report.id],
};
