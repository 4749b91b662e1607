import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCsv } from '../../../core/take-away/csv.ts';
import { type Row, rowsOf } from '../../../core/take-away/rows.ts';
import { evidence, followUp, items, noteOnPost, post } from './samples.ts';

function read(csv: string): Record<string, string>[] {
  return parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });
}

const unguard = (text: string) => text.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '');

test('a parser reads what was written', () => {
  const [row] = read(formatCsv(rowsOf(items.post)));
  expect(row).toMatchObject({
    kind: 'post',
    text: post.text,
    time: post.time,
    likes: '17',
    is_repost: 'true',
    mentions: 'cabinetoffice.example\ntreasury.example',
    addresses: 'https://ifg.example/complete\nifg.example/publication/...',
    addresses_cut: 'ifg.example/publication/...',
    address: 'https://bsky.app/profile/did:plc:abc/post/3kabc',
    about: 'The role of procurement in delivering missions',
  });
});

test('a follow-up has a row for itself, for each evidence and for each change', () => {
  const rows = read(formatCsv(rowsOf(items.followUp)));
  expect(rows.map(({ kind }) => kind)).toEqual(['follow-up', 'evidence', ...followUp.history.map(() => 'change')]);
  expect(rows[0]).toMatchObject({
    response: 'accepted-in-part',
    check_on: '2026-03-01',
    quotation: followUp.subject.words,
  });
  expect(rows[1]).toMatchObject({ follow_up: followUp.id, quotation: evidence.quotation, time: evidence.day });
  expect(rows[2]).toMatchObject({ time: '2025-11-04T01:00:00.000Z', field: 'response', from: 'none', to: 'accepted' });
});

test('what is written in two windows is both there', () => {
  const [row] = read(formatCsv(rowsOf(items.noteOnPost)));
  for (const text of noteOnPost.texts) expect(row?.text).toContain(text);
});

test('begins with a byte order mark, ends each line with CR LF, and has the columns of all rows', () => {
  expect(
    formatCsv([
      { kind: 'a', b: 1 },
      { kind: 'c', title: 'T', d: null },
    ]),
  ).toBe('\uFEFFkind,title,b,d\r\na,,1,\r\nc,T,,\r\n');
  expect(formatCsv([])).toBe('\uFEFF\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', "'=1"])('%j is no formula', (text) => {
  const [row] = read(formatCsv([{ text }]));
  expect(row?.text).toBe(`'${text}`);
});

test('numbers and what only holds such a character stay as they are', () => {
  expect(formatCsv([{ text: "a=1 'b", number: -3 }])).toContain("\r\n-3,a=1 'b\r\n");
});

test('whatever texts there are, a parser reads the same', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[=+\-@'\t\r\n",a]{0,9}$/));
  fc.assert(
    fc.property(
      fc.array(fc.record({ id: fc.constant('x'), text: cell, title: cell }), { minLength: 1 }),
      (rows: Row[]) => {
        const back = read(formatCsv(rows)).map((row) => ({
          ...row,
          text: unguard(row.text ?? ''),
          title: unguard(row.title ?? ''),
        }));
        expect(back).toEqual(rows);
      },
    ),
  );
});
