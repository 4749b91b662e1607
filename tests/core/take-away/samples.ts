import type { Evidence, FollowUp, Note, RecommendationSubject } from '../../../core/model/own.ts';
import type { Post } from '../../../core/model/post.ts';
import type { Publication } from '../../../core/model/publication.ts';
import type { Recommendation } from '../../../core/model/recommendation.ts';
import type { Item, TakenAway } from '../../../core/take-away/items.ts';

/** One of each, in which nothing is null or empty, and no two texts are the same. */

export const publication: Publication = {
  id: 'publication:one',
  kind: 'report',
  title: 'The role of procurement in delivering missions',
  otherTitles: ['Procurement and missions', 'Buying for missions'],
  titleIsCertain: false,
  description: 'How government may buy what missions need',
  siteName: 'Institute for Government',
  isIfg: true,
  section: 'publication',
  addresses: ['https://instituteforgovernment.org.uk/publication/procurement', 'https://ifg.example/p/2'],
  displayForms: ['www.instituteforgovernment.org.uk/publication/...'],
  coverageOf: 'publication:two',
};

export const post: Post = {
  id: 'post:one',
  uri: 'at://did:plc:abc/app.bsky.feed.post/3kabc',
  author: { did: 'did:plc:abc', handle: 'ben.example', displayName: 'Ben Paxton' },
  time: '2025-09-25T12:18:30.250Z',
  text: '3. Publish longer-term pipelines,\n\ngiving “industry” sight; of opportunities',
  likes: 17,
  reposts: 23,
  replies: 31,
  quotes: 43,
  quote: 'at://did:plc:quoted/app.bsky.feed.post/3quoted',
  mentions: ['cabinetoffice.example', 'treasury.example'],
  addresses: [
    { shown: 'https://ifg.example/complete', isComplete: true },
    { shown: 'ifg.example/publication/...', isComplete: false },
  ],
  linkCard: {
    title: 'A link card',
    description: 'What it says of itself',
    siteName: 'Site of the card',
    titleIsCertain: true,
  },
  images: 3,
  alternativeTexts: ['A chart of spending', 'A table of suppliers'],
  languages: ['en-GB', 'cy'],
  tags: ['procurement', 'missions'],
  labels: ['!warn', 'graphic-media'],
  isRepost: true,
  thread: 'thread:one',
  publications: ['publication:one', 'publication:three'],
};

export const recommendation: Recommendation = {
  number: 53,
  text: 'The Cabinet Office should publish pipelines of three years',
  section: 'Pipelines',
  post: 'post:nine',
  thread: 'thread:nine',
  publication: 'publication:nine',
};

const named = { id: 'publication:named', title: 'A report as it was called', addresses: ['https://ifg.example/named'] };

export const subject: RecommendationSubject = {
  kind: 'recommendation',
  publication: named,
  thread: 'thread:subject',
  post: 'post:subject',
  number: 59,
  section: 'Suppliers',
  words: 'Departments should know their suppliers',
  uri: 'at://did:plc:subject/app.bsky.feed.post/subject',
};

export const noteOnPost: Note = {
  kind: 'note',
  id: 'note:on-post',
  subject: {
    kind: 'post',
    post: 'post:noted',
    uri: 'at://did:plc:noted/app.bsky.feed.post/3knoted',
    time: '2025-10-01T08:09',
    author: { did: 'did:plc:noted', handle: 'noted.example', displayName: 'Nora Noted' },
    words: 'Words of the post that is noted',
    about: { id: 'publication:about', title: 'What the noted post is about', addresses: ['https://ifg.example/about'] },
  },
  made: Date.UTC(2025, 9, 2, 3, 4, 5, 6),
  changed: Date.UTC(2025, 9, 7, 8, 9, 10, 11),
  version: { 'installation-a': 61 },
  texts: ['Ask the =Treasury= about “this”,\nand soon', 'Written in another window'],
};

export const noteOnRecommendation: Note = {
  ...noteOnPost,
  id: 'note:on-recommendation',
  subject,
  texts: ['Which suppliers?'],
};

export const noteOnPublication: Note = {
  ...noteOnPost,
  id: 'note:on-publication',
  subject: {
    kind: 'publication',
    publication: { id: 'publication:noted', title: 'A report with a note', addresses: ['https://ifg.example/noted'] },
  },
  texts: ['Read chapter 4'],
};

export const evidence: Evidence = {
  id: 'evidence-one',
  address: 'https://www.gov.example/response?a=1#part',
  title: 'Government response',
  quotation: 'We accept this recommendation',
  around: { prefix: 'To the first of them: ', suffix: ' and will say more' },
  day: '2025-11-12',
  remark: 'Page 7 says when',
};

export const followUp: FollowUp = {
  kind: 'follow-up',
  id: 'follow-up:one',
  subject,
  made: Date.UTC(2025, 10, 3, 4, 5, 6, 7),
  changed: Date.UTC(2025, 10, 8, 9, 10, 11, 12),
  version: { 'installation-b': 67 },
  response: 'accepted-in-part',
  progress: 'under-way',
  checkOn: '2026-03-01',
  evidence: [evidence],
  remarks: ['No word on money', 'Nor on people'],
  history: [
    { at: Date.UTC(2025, 10, 4, 1), field: 'response', from: 'none', to: 'accepted' },
    { at: Date.UTC(2025, 10, 5, 1), field: 'progress', from: 'not-started', to: 'under-way' },
    { at: Date.UTC(2025, 10, 6, 1), field: 'checkOn', from: '2026-01-01', to: '2026-03-02' },
    {
      at: Date.UTC(2025, 10, 7, 1),
      field: 'evidence',
      from: { ...evidence, id: 'before' },
      to: { ...evidence, id: 'after' },
    },
    { at: Date.UTC(2025, 10, 8, 1), field: 'remark', from: 'Nothing', to: 'Something' },
  ],
};

const said = {
  feed: { handle: 'feed.example', displayName: 'A feed' },
  about: { id: publication.id, title: publication.title },
};

export const items = {
  post: { kind: 'post', post, ...said },
  recommendation: { kind: 'recommendation', recommendation, ...said },
  publication: { kind: 'publication', publication, posts: 71 },
  noteOnPost: { kind: 'note', note: noteOnPost },
  noteOnRecommendation: { kind: 'note', note: noteOnRecommendation },
  noteOnPublication: { kind: 'note', note: noteOnPublication },
  followUp: { kind: 'follow-up', followUp },
} as const satisfies Readonly<Record<string, Item>>;

export const taken: TakenAway = {
  title: 'Search: procurement',
  day: '2026-11-29',
  items: Object.values(items),
  sources: [publication],
};
