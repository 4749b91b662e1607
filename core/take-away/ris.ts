import { oneLine } from '../cite/one-line.ts';
import { formatRisRecord } from '../cite/ris.ts';
import type { Reference } from './references.ts';

/** As `core/cite/ris.ts` has them; Zotero makes a post of `BLOG`. */
const TYPES: Readonly<Partial<Record<Reference['kind'], string>>> = {
  report: 'RPRT',
  chapter: 'CHAP',
  comment: 'BLOG',
  post: 'BLOG',
};

/** References as RIS records. Line breaks become spaces, for what follows one could be taken for a field. */
export function formatRisFile(references: readonly Reference[]): string {
  return references.map((reference) => formatRisRecord(fieldsOf(reference))).join('\n');
}

function fieldsOf(reference: Reference): readonly (readonly [string, string | null])[] {
  const { id, kind, title, author, day, publisher, address, abstract, languages, keywords, notes } = reference;
  const date = day === null ? null : day.replaceAll('-', '/');
  const fields: readonly (readonly [string, string | null])[] = [
    ['TY', TYPES[kind] ?? 'ELEC'],
    ['AN', id],
    ['AU', author],
    ['TI', title],
    ['PY', day?.slice(0, 'YYYY'.length) ?? null],
    ['DA', date],
    ['PB', publisher],
    ['M3', kind],
    ['UR', address],
    ['LA', languages.join(', ')],
    ['AB', abstract],
    ...keywords.map((word) => ['KW', word] as const),
    ...notes.map((note) => ['N1', note] as const),
  ];
  return fields.map(([tag, value]) => [tag, value && oneLine(value)] as const);
}
