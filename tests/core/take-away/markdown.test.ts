import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fileName, slugOf } from '../../../core/take-away/file-names.ts';
import { formatFrontMatter } from '../../../core/take-away/front-matter.ts';
import type { Item } from '../../../core/take-away/items.ts';
import { formatMarkdown, formatMarkdownFiles } from '../../../core/take-away/markdown.ts';
import { anyString } from '../any-string.ts';
import { evidence, followUp, items, noteOnPost, post, publication, recommendation, taken } from './samples.ts';
import { markdownWords } from './words.ts';

function readProperties(text: string): unknown {
  const [, yaml = ''] = /^---\n(.*?)^---$/ms.exec(text) ?? [];
  return parse(yaml);
}

/** What comments in it hold. */
function readRecords(text: string): readonly unknown[] {
  return [...text.matchAll(/^<!-- gloss (.*) -->$/gm)].map(([, json = '']) => JSON.parse(json));
}

const document = formatMarkdown(taken, markdownWords);
const files = formatMarkdownFiles(taken, markdownWords);

test('one document has its properties, and each item as the extension has it', () => {
  expect(readProperties(document)).toEqual({ title: taken.title, taken: '2026-11-29', items: taken.items.length });
  const records = readRecords(document);
  expect(records).toHaveLength(taken.items.length);
  for (const item of taken.items) expect(records).toContainEqual(item);
});

test('a document a publication has the properties of the publication, and all items are in one of them', () => {
  const [first] = files;
  expect(readProperties(first?.text ?? '')).toEqual({
    title: publication.title,
    aliases: publication.otherTitles,
    id: publication.id,
    publication_kind: 'report',
    title_is_certain: false,
    description: publication.description,
    site_name: publication.siteName,
    is_ifg: true,
    section: 'publication',
    addresses: publication.addresses,
    display_forms: publication.displayForms,
    coverage_of: publication.coverageOf,
    address: 'https://www.instituteforgovernment.org.uk/publication/procurement',
    posts: 71,
  });
  const records = files.flatMap(({ text }) => readRecords(text));
  for (const item of taken.items.filter(({ kind }) => kind !== 'publication')) expect(records).toContainEqual(item);
});

test('publications of one title that are two have a document each; of one that comes twice both are there', () => {
  const title = 'How to fix the civil service pay system';
  const at = (id: string, addresses: readonly string[]): Item => ({
    kind: 'publication',
    publication: { ...publication, id, title, addresses },
    posts: 1,
  });
  const page = (section: string) => `https://www.instituteforgovernment.org.uk/${section}/pay`;
  const two = [at('report', [page('publication')]), at('event', [page('event')])];
  const ids = (of: readonly Item[]) =>
    formatMarkdownFiles({ ...taken, items: of }, markdownWords).map(({ text }) => readProperties(text));
  expect(ids(two)).toMatchObject([{ id: 'report' }, { id: 'event' }]);
  const [written] = formatMarkdownFiles(
    { ...taken, items: [at('one', [page('publication')]), at('other', [])] },
    markdownWords,
  );
  expect(readProperties(written?.text ?? '')).toMatchObject({ id: 'one' });
  expect(readRecords(written?.text ?? '')).toMatchObject([{ publication: { id: 'other' } }]);
});

test('what is about no publication has a document of its own, the last', () => {
  const alone: Item = { ...items.post, about: null };
  const written = formatMarkdownFiles({ ...taken, items: [alone, ...taken.items] }, markdownWords);
  expect(written.at(-1)?.text).toContain('# Without a publication');
});

test('a reader sees what posts and the reader said', () => {
  for (const seen of [
    '#### 2025-09-25, 12\\:18:30.250Z',
    '3\\. Publish longer-term pipelines,\n\ngiving “industry” sight; of opportunities',
    'Links to\\: A link card',
    `> ${(noteOnPost.subject as { words: string }).words}`,
    'Ask the \\=Treasury\\= about “this”,\\\nand soon',
    `| 53 | ${recommendation.text} |  |  |  |`,
    `| 59 | ${followUp.subject.words} | response accepted-in-part | progress under-way | 2026-03-01 |`,
    `- ${evidence.title} · 2025-11-12 · “${evidence.quotation}” · ${evidence.remark} · <${evidence.address}>`,
    ...followUp.remarks,
  ])
    expect(document).toContain(seen.replace('to\\:', 'to:'));
});

test('a follow-up stands in the row of its recommendation, though its number has changed', () => {
  const { words, post: said, thread } = followUp.subject;
  const held: Item = {
    ...items.recommendation,
    recommendation: { ...recommendation, text: words, number: 60, post: said, thread },
    about: { id: 'publication:named', title: 'A report as it was called' },
  };
  const written = formatMarkdown({ ...taken, items: [held, items.followUp] }, markdownWords);
  expect(written.match(/^\| \d.*$/gm)).toEqual([
    `| 60 | ${words} | response accepted-in-part | progress under-way | 2026-03-01 |`,
  ]);
});

test('whatever texts say, properties and comments are read back, and nothing in them is markup', () => {
  const hostile = fc.oneof(
    anyString(),
    fc.constantFrom(
      '-->',
      '--!>',
      '\n---\n',
      '- a: b',
      '"',
      "'",
      '#',
      '\u2028<!-- -->',
      '\ud800',
      ': x',
      '!!js/function x',
      '*a',
    ),
  );
  fc.assert(
    fc.property(hostile, hostile, (text, title) => {
      const said: Item = { ...items.post, post: { ...post, text } };
      const called: Item = {
        ...items.publication,
        publication: { ...publication, title, otherTitles: [text], description: text },
      };
      const noted: Item = { kind: 'note', note: { ...noteOnPost, texts: [text] } };
      const all = { ...taken, items: [called, said, noted] };
      expect(readRecords(formatMarkdown(all, markdownWords)).length).toBe(3);
      expect(readRecords(formatMarkdown(all, markdownWords))).toContainEqual(JSON.parse(JSON.stringify(said)));
      expect(parse(formatFrontMatter({ text, list: [title] }).slice(4, -4))).toEqual(
        text === '' ? { list: [title] } : { text, list: [title] },
      );
    }),
  );
});

test('properties hold no character that YAML forbids, or takes for the end of a line', () => {
  const text = '\u007f\u0085\u009f\u2028\u2029\ufeff\ufffe\0\t\ud800';
  const written = formatFrontMatter({ text });
  expect(written).toMatch(/^---\ntext: "[ -~]+"\n---\n$/);
  expect(parse(written.slice(4, -4))).toEqual({ text });
});

test('names of files are safe everywhere, the same each time, and unlike where ids are', () => {
  expect(fileName('Ŵyth ‘missions’: a report/2025 ..', 'a')).toMatch(/^wyth-missions-a-report-2025-[0-9a-f]{6}$/);
  expect(fileName('T', 'a')).toBe(fileName('T', 'a'));
  expect(fileName('T', 'a')).not.toBe(fileName('T', 'b'));
  expect(slugOf('../../etc/passwd')).toBe('etc-passwd');
  expect(slugOf('报告')).toBe('gloss');
  fc.assert(fc.property(anyString(), (title) => /^[a-z0-9][a-z0-9-]{0,59}$/.test(slugOf(title))));
  expect(fileName('CON', 'a')).not.toBe('con');
});
