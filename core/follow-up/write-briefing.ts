import { escapeMarkdown, linkMarkdown } from '../cite/markdown.ts';
import { formatCsv } from '../take-away/csv.ts';
import type { Briefing, BriefingRow, Source } from './briefing.ts';

/** As a Markdown document with a table as GitHub and Obsidian have them. What was written is text in it, whatever it looks like. */
export function briefingMarkdown({ title, head, columns, rows, sourcesTitle, sources }: Briefing): string {
  const table = [
    rowMarkdown(columns.map(escapeMarkdown)),
    rowMarkdown(columns.map(() => '---')),
    ...rows.map((row) => rowMarkdown([...row.cells.map(escapeMarkdown), escapeMarkdown(sayNumbers(row))])),
  ];
  const list = sources.map((source, index) => `${index + 1}. ${sourceMarkdown(source)}`);
  const parts = [
    `# ${escapeMarkdown(title)}`,
    ...head.map(escapeMarkdown),
    table.join('\n'),
    ...(list.length === 0 ? [] : [`## ${escapeMarkdown(sourcesTitle)}`, list.join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function rowMarkdown(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function sourceMarkdown({ address, ...source }: Source): string {
  const link = address === '' ? '' : linkMarkdown(address);
  return partsOf(source, escapeMarkdown, link).join(' ');
}

/** As a part of an HTML document, without a style of its own: a word processor gives it its own. */
export function briefingHtml({ title, head, columns, rows, sourcesTitle, sources }: Briefing): string {
  const cells = (tag: string, texts: readonly string[]) => texts.map((text) => element(tag, text)).join('');
  const table = [
    `<table border="1"><thead><tr>${cells('th', columns)}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => `<tr>${cells('td', [...row.cells, sayNumbers(row)])}</tr>`),
    '</tbody></table>',
  ];
  const list = sources.map((source) => `<li>${sourceHtml(source)}</li>`);
  return [
    element('h1', title),
    ...head.map((sentence) => element('p', sentence)),
    ...table,
    ...(list.length === 0 ? [] : [element('h2', sourcesTitle), `<ol>${list.join('\n')}</ol>`]),
  ].join('\n');
}

/** As a whole HTML document, in a language as BCP 47. */
export function briefingPage(briefing: Briefing, language: string): string {
  const head = `<meta charset="utf-8">${element('title', briefing.title)}`;
  return `<!doctype html>\n<html lang="${escapeHtml(language)}"><head>${head}</head><body>\n${briefingHtml(briefing)}\n</body></html>\n`;
}

/** The table for spreadsheets; the sources of each row stand in its last cell, one a line. */
export function briefingCsv({ columns, rows, sources }: Briefing): string {
  const listed = sources.map((source) => partsOf(source, String, source.address).join(' '));
  const cellsOf = ({ cells, sources: numbers }: BriefingRow) => [
    ...cells.map((cell, place) => (place === 0 ? Number(cell) : cell)),
    numbers.flatMap((number) => listed[number - 1] ?? []),
  ];
  return formatCsv(rows.map((row) => Object.fromEntries(cellsOf(row).map((cell, place) => [columns[place], cell]))));
}

function sourceHtml({ address, ...source }: Source): string {
  const shown = escapeHtml(address);
  const link = isWebAddress(address) ? `<a href="${shown}">${shown}</a>` : shown;
  return partsOf(source, escapeHtml, link).join(' ');
}

function partsOf(
  { title, day, quotation, remark }: Omit<Source, 'address'>,
  write: (text: string) => string,
  link: string,
): readonly string[] {
  const before = [title, day].filter((text) => text !== '').map((text) => `${write(text)}.`);
  const after = [quotation === '' ? '' : write(`“${quotation}”`), write(remark)];
  return [...before, link, ...after].filter((text) => text !== '');
}

function sayNumbers({ sources }: BriefingRow): string {
  return sources.map((number) => `[${number}]`).join(' ');
}

function element(tag: string, text: string): string {
  return `<${tag}>${escapeHtml(text)}</${tag}>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Whether what was written down is an address that may be followed. */
export function isWebAddress(written: string): boolean {
  return URL.canParse(written) && /^https?:$/.test(new URL(written).protocol);
}
