import type { PublicationKind } from '../model/publication.ts';
import type { Citation } from './citation.ts';

const MARKUP = new Map([
  ['\\', '\\textbackslash{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  // BibTeX counts a brace behind a backslash too, so that one by itself would run on into the next field.
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
]);

/**
 * A citation as a BibTeX entry, which biblatex reads too. Fields that are not known are not there. `doubt` is the note
 * for a title whose end is a guess.
 */
export function formatBibtex(citation: Citation, doubt: string): string {
  const type = typeOf(citation.kind);
  const fields = [
    // The second pair of braces keeps its capitals: styles make small letters of them.
    ['title', `{${escapeText(citation.title)}}`],
    [type === 'techreport' ? 'institution' : 'howpublished', citation.publisher && escapeText(citation.publisher)],
    ['url', citation.address && escapeAddress(citation.address)],
    ['note', citation.titleIsCertain ? null : escapeText(doubt)],
  ] as const;
  const known = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${type}{${keyOf(citation.title)},\n${known.join(',\n')}\n}`;
}

/** https://www.bibtex.com/e/entry-types/: pages that are no reports are `misc`. */
function typeOf(kind: PublicationKind): 'techreport' | 'misc' {
  return kind === 'report' || kind === 'chapter' ? 'techreport' : 'misc';
}

/** A key of the first words of a title. */
export function keyOf(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.length === 0 ? 'untitled' : words.slice(0, 6).join('-');
}

/** The characters that TeX reads as its own: https://ctan.org/pkg/lshort-english, 2.4. */
export function escapeText(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, (character) => MARKUP.get(character) ?? `\\${character}`);
}

/** Addresses are set as they are (`\url`), so only what could end the field or begin a command is encoded. */
export function escapeAddress(address: string): string {
  return address.replace(/[\\{}^~\s]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
