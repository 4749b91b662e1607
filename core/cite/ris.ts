import type { PublicationKind } from '../model/publication.ts';
import type { Citation } from './citation.ts';

/** https://en.wikipedia.org/wiki/RIS_(file_format)#Type_of_reference; a page that is nothing else is `ELEC`. */
const TYPES: ReadonlyMap<PublicationKind, string> = new Map([
  ['report', 'RPRT'],
  ['chapter', 'CHAP'],
  ['comment', 'BLOG'],
]);

/**
 * A citation as a RIS record: one tag a line, ended by `\n`. Fields that are not known are not there. `doubt` is the
 * note for a title whose end is a guess.
 */
export function formatRis(citation: Citation, doubt: string): string {
  return formatRisRecord([
    ['TY', TYPES.get(citation.kind) ?? 'ELEC'],
    ['TI', citation.title],
    ['PB', citation.publisher],
    ['UR', citation.address],
    ['N1', citation.titleIsCertain ? null : doubt],
  ]);
}

/**
 * A RIS record of fields of one line each; those that are null or empty are left out. The first is its type. Whoever reads an
 * author takes what stands before a comma for the family name, so it has none.
 */
export function formatRisRecord(fields: readonly (readonly [tag: string, value: string | null])[]): string {
  const lines = fields.map(([tag, value]) => [tag, tag === 'AU' ? value?.replaceAll(',', '') : value] as const);
  return `${lines.map(([tag, value]) => (value ? `${tag}  - ${value}\n` : '')).join('')}ER  - \n`;
}
