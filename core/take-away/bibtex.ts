import { escapeAddress, escapeText, keyOf } from '../cite/bibtex.ts';
import { oneLine } from '../cite/one-line.ts';
import { hashOf } from '../text/hash.ts';
import type { Reference } from './references.ts';

const HASH_LENGTH = 6;
/** An entry has one field for all of them, on one line. */
const BETWEEN_NOTES = ' · ';

/** References as BibTeX entries, which biblatex reads too; what is not known is not there. Line breaks become spaces. */
export function formatBibtexFile(references: readonly Reference[]): string {
  return references.map((reference) => `${formatEntry(reference)}\n`).join('\n');
}

function formatEntry(reference: Reference): string {
  const { id, kind, title, author, day, publisher, address, abstract, languages, keywords, notes } = reference;
  const isReport = kind === 'report' || kind === 'chapter';
  const text = (value: string | null) => value && escapeText(oneLine(value));
  const fields = [
    // The second pair of braces keeps capitals, and a name in one piece.
    ['author', author && `{${text(author)}}`],
    ['title', `{${text(title)}}`],
    ['year', day?.slice(0, 'YYYY'.length)],
    ['date', day],
    [isReport ? 'institution' : 'howpublished', text(publisher)],
    ['type', kind === 'post' ? null : kind],
    ['url', address && escapeAddress(address)],
    ['abstract', text(abstract)],
    ['language', text(languages.join(', '))],
    ['keywords', text(keywords.map((word) => word.replaceAll(',', ' ')).join(', '))],
    ['annote', text(notes.join(BETWEEN_NOTES))],
  ] as const;
  const known = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${isReport ? 'techreport' : 'misc'}{${keyOf(title)}-${hashOf(id).slice(0, HASH_LENGTH)},\n${known.join(',\n')}\n}`;
}
