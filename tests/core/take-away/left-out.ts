/** Reference managers have no place for it, and people do not cite it. */
const NOT_CITED = 'nothing that is cited';
const FOR_GLOSS = 'only of use to the extension itself';
const IN_TEXT = 'stands in the text';

const OF_REFERENCES = {
  'post.author.did': FOR_GLOSS,
  'post.likes': NOT_CITED,
  'post.reposts': NOT_CITED,
  'post.replies': NOT_CITED,
  'post.quotes': NOT_CITED,
  'post.quote': NOT_CITED,
  'post.mentions': IN_TEXT,
  'post.addresses': IN_TEXT,
  'post.linkCard.titleIsCertain': NOT_CITED,
  'post.images': NOT_CITED,
  'post.labels': NOT_CITED,
  'post.isRepost': NOT_CITED,
  'post.thread': FOR_GLOSS,
  'post.publications': FOR_GLOSS,
  'recommendation.post': FOR_GLOSS,
  'recommendation.thread': FOR_GLOSS,
  'recommendation.publication': FOR_GLOSS,
  'publication.otherTitles': 'a reference has one title',
  'publication.isIfg': NOT_CITED,
  'publication.section': NOT_CITED,
  'publication.addresses': 'a reference has one address: the first',
  'publication.displayForms': NOT_CITED,
  'publication.coverageOf': FOR_GLOSS,
  'note.id': FOR_GLOSS,
  'note.made': NOT_CITED,
  'note.changed': NOT_CITED,
  'note.version': FOR_GLOSS,
  'note.subject.post': FOR_GLOSS,
  'note.subject.author.did': FOR_GLOSS,
  'note.subject.about': 'stands at the post',
  'note.subject.thread': FOR_GLOSS,
  'note.subject.section': 'stands at the recommendation',
  'followUp.id': FOR_GLOSS,
  'followUp.made': NOT_CITED,
  'followUp.changed': NOT_CITED,
  'followUp.version': FOR_GLOSS,
  'followUp.history': NOT_CITED,
  'followUp.subject.publication': 'is the source itself',
  'followUp.subject.post': FOR_GLOSS,
  'followUp.subject.thread': FOR_GLOSS,
  'followUp.subject.section': 'stands at the recommendation',
} as const;

/** What a format does not have, and why, with all below it; `docs/formats.md` says the same to readers. */
export const LEFT_OUT = {
  csv: {},
  markdown: {},
  'markdown-files': {},
  'json-feed': {},
  annotations: {
    post: 'annotations are what the reader wrote',
    recommendation: 'annotations are what the reader wrote',
    publication: 'annotations are what the reader wrote',
  },
  bibtex: OF_REFERENCES,
  ris: OF_REFERENCES,
  csl: {},
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
