import type { Reference } from './references.ts';

/** https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types */
const TYPES: Readonly<Partial<Record<Reference['kind'], string>>> = {
  report: 'report',
  chapter: 'chapter',
  comment: 'post-weblog',
  post: 'post',
};

/** References as CSL-JSON; `custom` has what each was made of. */
export function formatCslFile(references: readonly Reference[]): string {
  return `${JSON.stringify(references.map(itemOf), null, 2)}\n`;
}

function itemOf(reference: Reference): object {
  const { id, kind, title, author, day, publisher, address, abstract, languages, keywords, notes, of } = reference;
  const known = {
    title,
    abstract,
    genre: kind === 'post' ? '' : kind,
    publisher,
    URL: address,
    language: languages[0],
    keyword: keywords.join(', '),
    note: notes.join('\n\n'),
  };
  return {
    id,
    type: TYPES[kind] ?? 'webpage',
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value)),
    ...(author !== null && { author: [{ literal: author }] }),
    ...(day !== null && { issued: { 'date-parts': [day.split('-').map(Number)] } }),
    custom: { gloss: of },
  };
}
