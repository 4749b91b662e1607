import { oneLine } from './one-line.ts';

/** Characters that any of Markdown's dialects reads as its own, wherever they stand. */
const ANYWHERE = /[\\`*_~^=$|#@&<>[\]{}]/g;
/** The same before a character that makes something of them: `![`, `://`, `:smile:`, `%%`; the colon of 12:18 stays. */
const BEFORE = /!(?=\\?\[)|:(?=\S)(?!(?<=\d:)\d+(?![\w:]))|%(?=%)/g;
/** The beginning of a line of a list, a rule, a definition, a line below a heading. */
const BEGINNING = /^(?=[-+:%!])|^(\(?(?:\d{1,9}|[a-z]|[ivxlcdm]+))(?=[.)](?:\s|$))/i;
/** Some dialects make links of these by themselves. */
const HOST = /(www)(?=\.)/gi;

/**
 * A text as it is, for a Markdown document, whose lines stay its lines: nothing in it is read as markup. A backslash before
 * a mark of ASCII is never shown: https://spec.commonmark.org/0.31.2/#backslash-escapes.
 */
export function escapeMarkdown(text: string): string {
  const lines = text.split('\n').map(escapeLine).join('\n').trim();
  return lines.replace(/\n+/g, (breaks) => (breaks.length === 1 ? '\\\n' : '\n\n'));
}

function escapeLine(line: string): string {
  return oneLine(line)
    .replace(ANYWHERE, '\\$&')
    .replace(BEFORE, '\\$&')
    .replace(HOST, '$1\\')
    .replace(BEGINNING, (begun: string) => `${begun}\\`);
}

/** An address as a link that shows it; other than of the web it is text. */
export function linkMarkdown(address: string): string {
  if (!/^https?:\/\//.test(address)) return escapeMarkdown(address);
  const encoded = address.replace(/[<>\s\p{Cc}]/gu, encodeURIComponent);
  return `<${encoded}>`;
}
