/** What can be taken away as; `markdown-files` is a zip with a document a publication. */
export const TAKE_AWAY_FORMATS = [
  'csv',
  'markdown',
  'markdown-files',
  'ris',
  'bibtex',
  'csl',
  'json-feed',
  'annotations',
] as const;

export type TakeAwayFormat = (typeof TAKE_AWAY_FORMATS)[number];

/** The end of a file's name, and its media type; RIS and BibTeX have none at IANA, so what programs register. */
export const FILE_KINDS: Readonly<Record<TakeAwayFormat, { readonly ending: string; readonly type: string }>> = {
  csv: { ending: 'csv', type: 'text/csv' },
  markdown: { ending: 'md', type: 'text/markdown' },
  'markdown-files': { ending: 'zip', type: 'application/zip' },
  ris: { ending: 'ris', type: 'application/x-research-info-systems' },
  bibtex: { ending: 'bib', type: 'application/x-bibtex' },
  csl: { ending: 'csl.json', type: 'application/vnd.citationstyles.csl+json' },
  'json-feed': { ending: 'json', type: 'application/feed+json' },
  annotations: { ending: 'jsonld', type: 'application/ld+json' },
};
