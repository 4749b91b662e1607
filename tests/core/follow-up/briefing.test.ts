import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BriefingWords, briefingOf } from '../../../core/follow-up/briefing.ts';
import {
  briefingCsv,
  briefingHtml,
  briefingMarkdown,
  briefingPage,
  isWebAddress,
} from '../../../core/follow-up/write-briefing.ts';
import { anyString } from '../any-string.ts';
import { evidenceOf, lineOf, subjectOf } from './lines.ts';

const words: BriefingWords = {
  title: 'Follow-up: The role of procurement',
  head: ['1 of 2 acted on.', 'As of 1 March 2026.'],
  columns: {
    number: 'No.',
    section: 'Section',
    words: 'Recommendation',
    response: 'Response',
    progress: 'Progress',
    checkOn: 'Check on',
    remark: 'Remark',
    sources: 'Sources',
  },
  sayState: ({ state }) => (state === 'gone' ? 'No longer in the library.' : null),
  sayResponse: (response) => `R:${response}`,
  sayProgress: (progress) => `P:${progress}`,
  showDay: (day) => `D ${day}`,
  namePost: (day) => `Post of ${day}`,
};

const POST = 'https://bsky.app/profile/did:plc:abc/post/key';
const speech = evidenceOf({ title: 'A speech', quotation: 'We will', day: '2026-01-02', remark: 'in part' });
const lines = [
  lineOf(
    1,
    { response: 'accepted', progress: 'done', checkOn: '2026-04-01', evidence: [speech], remarks: ['a', 'b'] },
    { address: POST, day: '2025-09-03' },
  ),
  lineOf(2, { evidence: [speech] }, { address: POST, day: '2025-09-03', state: 'gone' }),
];

test('a briefing has all that is known of each recommendation, and each source once', () => {
  const briefing = briefingOf(lines, words);
  expect(briefing.columns).toEqual(['No.', 'Recommendation', 'Response', 'Progress', 'Check on', 'Remark', 'Sources']);
  expect(briefing.rows).toEqual([
    { cells: ['1', lines[0]?.subject.words, 'R:accepted', 'P:done', 'D 2026-04-01', 'a · b'], sources: [1, 2] },
    {
      cells: ['2', `${lines[1]?.subject.words} · No longer in the library.`, 'R:none', 'P:not-started', '', ''],
      sources: [1, 2],
    },
  ]);
  expect(briefing.sources.map(({ title }) => title)).toEqual(['A speech', 'Post of 2025-09-03']);
});

test('sections have a column where there are any', () => {
  const of = lineOf(3, {}, { subject: subjectOf(3, { section: 'Money' }) });
  const { columns, rows } = briefingOf([of, lineOf(4)], words);
  expect(columns[1]).toBe('Section');
  expect(rows.map(({ cells }) => cells[1])).toEqual(['Money', '']);
});

test('as Markdown: a heading, sentences, a table, and its sources', () => {
  const text = briefingMarkdown(briefingOf(lines, words));
  expect(text.split('\n').slice(0, 7)).toEqual([
    '# Follow-up: The role of procurement',
    '',
    '1 of 2 acted on.',
    '',
    'As of 1 March 2026.',
    '',
    '| No. | Recommendation | Response | Progress | Check on | Remark | Sources |',
  ]);
  expect(text).toContain('\\[1\\] \\[2\\] |\n');
  expect(text).toContain('1. A speech. D 2026-01-02. <https://gov.example/> “We will” in part\n');
  expect(text).toMatch(/\n2\. Post of 2025-09-03\. <https:\/\/bsky\.app\/profile\/did:plc:abc\/post\/key>\n$/);
});

test('as HTML: the same, with addresses of the web as links and nothing else as one', () => {
  const hostile = evidenceOf({ title: '<img src=x onerror=alert(1)>', address: 'javascript:alert(1)' });
  const html = briefingHtml(briefingOf([...lines, lineOf(3, { evidence: [hostile] })], words));
  expect(html).toContain('<th>Sources</th></tr></thead>');
  expect(html).toContain('<a href="https://gov.example/">https://gov.example/</a>');
  expect(html.match(/<a /g)).toHaveLength(2);
  expect(html).not.toContain('<img');
  expect(briefingPage(briefingOf(lines, words), 'cy')).toMatch(
    /^<!doctype html>\n<html lang="cy"><head><meta charset="utf-8"><title>Follow-up: The role of procurement<\/title>/,
  );
});

test('as a table for spreadsheets: a header, a row each, sources one a line, and nothing a formula', () => {
  const formula = lineOf(3, { remarks: ['=HYPERLINK("https://evil.example")'] });
  const csv = briefingCsv(briefingOf([...lines, formula], words));
  expect(csv.startsWith('\uFEFFNo.,Recommendation,Response,Progress,Check on,Remark,Sources\r\n')).toBe(true);
  const rows: string[][] = parse(csv, { bom: true });
  expect(rows.slice(1).map((row) => [row[0], row.length, row[6]])).toEqual([
    ['1', 7, `A speech. D 2026-01-02. https://gov.example/ “We will” in part\nPost of 2025-09-03. ${POST}`],
    ['2', 7, `A speech. D 2026-01-02. https://gov.example/ “We will” in part\nPost of 2025-09-03. ${POST}`],
    ['3', 7, ''],
  ]);
  expect(rows[3]?.[5]).toBe('\'=HYPERLINK("https://evil.example")');
});

test('whatever was written stays one row of the table, and one cell', () => {
  fc.assert(
    fc.property(anyString(), fc.string({ unit: 'grapheme' }), (text, title) => {
      const line = lineOf(1, { remarks: [text], evidence: [evidenceOf({ title, quotation: text, remark: title })] });
      const markdown = briefingMarkdown(briefingOf([line], words));
      const rows = markdown.split('\n').filter((each) => each.startsWith('| '));
      expect(rows).toHaveLength(3);
      expect(rows[2]?.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(8);
      const html = briefingHtml(briefingOf([line], words));
      expect(html.match(/<[a-z]+/g)?.length).toBe(
        briefingHtml(briefingOf([lineOf(1, { remarks: ['a'], evidence: [evidenceOf()] })], words)).match(/<[a-z]+/g)
          ?.length,
      );
    }),
  );
});

test('an address that may be followed is one of the web', () => {
  expect(['https://a.example', 'http://a.example/?b'].filter(isWebAddress)).toHaveLength(2);
  expect(['javascript:alert(1)', 'a.example', '', 'data:text/html,a', 'file:///a'].filter(isWebAddress)).toEqual([]);
});
