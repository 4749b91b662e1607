import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBibtexFile } from '../../../core/take-away/bibtex.ts';
import { formatCslFile } from '../../../core/take-away/csl.ts';
import type { Item } from '../../../core/take-away/items.ts';
import { referencesOf, sourcesAskedFor } from '../../../core/take-away/references.ts';
import { formatRisFile } from '../../../core/take-away/ris.ts';
import { anyString } from '../any-string.ts';
import {
  evidence,
  followUp,
  items,
  noteOnPost,
  noteOnRecommendation,
  post,
  publication,
  recommendation,
  subject,
  taken,
} from './samples.ts';
import { referenceWords as words } from './words.ts';

const formats = {
  bibtex: (of: readonly Item[]) => formatBibtexFile(referencesOf({ items: of, sources: [] }, words)),
  ris: (of: readonly Item[]) => formatRisFile(referencesOf({ items: of, sources: [] }, words)),
  csl: (of: readonly Item[]) => formatCslFile(referencesOf({ items: of, sources: [] }, words)),
};

test('who reposted something did not write it', () => {
  const feed = { handle: 'feed.example', displayName: 'The feed' };
  const authorOf = (isRepost: boolean | null) =>
    referencesOf(
      { items: [{ kind: 'post', post: { ...post, author: null, isRepost }, feed, about: null }], sources: [] },
      words,
    )[0]?.author;
  expect([true, false, null].map(authorOf)).toEqual([null, 'The feed [@feed.example]', 'The feed [@feed.example]']);
});

type Format = keyof typeof formats;
const READERS = { bibtex: '@biblatex/text', ris: '@ris/file', csl: '@else/json' } as const;

type Read = Readonly<Record<string, unknown>>;

/** As a reference manager's reader has it, in CSL's fields. */
function read(name: Format, written: string): readonly Read[] {
  return new Cite(written, { generateGraph: false, forceType: READERS[name] }).data as Read[];
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

test('there is a source for each post and publication, for what else notes are about, and for each evidence', () => {
  const references = referencesOf(taken, words);
  expect(references.map(({ title }) => title)).toEqual([
    oneLine(post.text),
    publication.title,
    'Words of the post that is noted',
    'A report as it was called',
    'A report with a note',
    evidence.title,
  ]);
  expect(new Set(references.map(({ id }) => id)).size).toBe(references.length);
});

test('a publication is one source, whether it is taken away itself or only what is about it', () => {
  const about = { id: publication.id, title: publication.title };
  const alone = { ...items.recommendation, recommendation: { ...recommendation, publication: publication.id }, about };
  const note = { ...noteOnRecommendation, subject: { ...subject, publication: { ...about, addresses: [] } } };
  const [source] = referencesOf({ items: [items.publication], sources: [] }, words);
  for (const item of [alone, { kind: 'note', note } as const]) {
    expect(sourcesAskedFor([item])).toEqual([publication.id]);
    expect(sourcesAskedFor([item, items.publication])).toEqual([]);
    const [found, ...others] = referencesOf({ items: [item], sources: [publication] }, words);
    expect(others).toEqual([]);
    expect({ ...found, notes: [], of: [] }).toEqual({ ...source, notes: [], of: [] });
    expect(found?.notes).toHaveLength(Number(source?.notes.length) + 1);
  }
});

describe.each(['bibtex', 'ris', 'csl'] as const)('%s', (name) => {
  test('is read back', () => {
    const [said] = read(name, formats[name]([items.post]));
    expect(said).toMatchObject({
      title: oneLine(post.text),
      URL: 'https://bsky.app/profile/did:plc:abc/post/3kabc',
      issued: { 'date-parts': [[2025, 9, 25]] },
    });
    expect(oneLine(String(said?.abstract))).toBe(oneLine(post.text));
    expect(JSON.stringify(said?.author)).toContain('Ben Paxton [@ben.example]');
    for (const each of [
      ...post.tags,
      ...post.alternativeTexts,
      'A link card – What it says of itself – Site of the card',
    ])
      expect(JSON.stringify(said)).toContain(each);
  });

  test('a report is a report with its publisher, and says that its title is uncertain', () => {
    const [report] = read(name, formats[name]([items.publication]));
    expect(report).toMatchObject({
      type: 'report',
      title: publication.title,
      publisher: 'Institute for Government',
      URL: 'https://www.instituteforgovernment.org.uk/publication/procurement',
      abstract: publication.description,
    });
    expect(JSON.stringify(report)).toContain(words.doubt);
  });

  test('what the reader wrote is a note of what it is about', () => {
    const on: Item = { ...items.post, post: { ...post, uri: 'at://did:plc:noted/app.bsky.feed.post/3knoted' } };
    const [said, ...others] = read(name, formats[name]([on, items.noteOnPost]));
    expect(others).toEqual([]);
    for (const text of noteOnPost.texts)
      expect(oneLine(JSON.stringify(said).replaceAll('\\n', ' ').replaceAll('\\"', '"'))).toContain(oneLine(text));
  });

  test('a follow-up is a note of its publication, its evidence a source', () => {
    const sources = read(name, formats[name]([items.followUp]));
    expect(sources.map(({ title }) => title)).toEqual(['A report as it was called', evidence.title]);
    expect(JSON.stringify(sources[0])).toContain(
      '59. Departments should know their suppliers: accepted-in-part, under-way',
    );
    expect(sources[1]).toMatchObject({
      URL: evidence.address,
      abstract: evidence.quotation,
      issued: { 'date-parts': [[2025, 11, 12]] },
    });
  });

  test('whatever a post says, it stays in its field', () => {
    const hostile = fc.oneof(
      anyString(),
      fc.constantFrom(
        '\nER  - \nTY  - BOOK\nTI  - x',
        '}\n}\n@book{x, title = {y}',
        '\\input{x} % $ # _ ^ ~ &',
        '{',
        '\\',
        '{\\}',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, (text, title) => {
        const said: Item = { ...items.post, post: { ...post, text } };
        const called: Item = { ...items.publication, publication: { ...publication, title: `a${title}b` } };
        const sources = read(name, formats[name]([said, called, items.followUp]));
        expect(sources.map(({ URL }) => URL)).toEqual(
          read(name, formats[name]([items.post, items.publication, items.followUp])).map(({ URL }) => URL),
        );
      }),
      { numRuns: 50 },
    );
  });
});

test('CSL-JSON has only what its schema knows, and what each source was made of', () => {
  const known = [
    'id',
    'type',
    'title',
    'abstract',
    'genre',
    'publisher',
    'URL',
    'language',
    'keyword',
    'note',
    'author',
    'issued',
    'custom',
  ];
  const sources: Read[] = JSON.parse(formats.csl(taken.items));
  for (const source of sources) expect(Object.keys(source).filter((field) => !known.includes(field))).toEqual([]);
  const types = ['report', 'chapter', 'post-weblog', 'post', 'webpage'];
  expect(sources.filter(({ type }) => !types.includes(String(type)))).toEqual([]);
  const made = sources.flatMap(({ custom }) => (custom as { gloss: unknown[] }).gloss);
  for (const each of [post, publication, noteOnPost, followUp, evidence]) expect(made).toContainEqual(each);
});

test('the parts of names are told apart by no parser: an author is one name', () => {
  const [said] = read('bibtex', formats.bibtex([items.post]));
  expect(said?.author).toEqual([{ family: 'Ben Paxton [@ben.example]' }]);
});

test('a post whose address is not known has none: its author’s page is not the post', () => {
  const bare: Item = { ...items.post, post: { ...post, uri: null } };
  for (const name of ['bibtex', 'ris', 'csl'] as const)
    expect(read(name, formats[name]([bare]))[0]).not.toHaveProperty('URL');
});

test('several notes of one source are told apart in BibTeX, too', () => {
  expect(formats.bibtex([items.publication, items.recommendation])).toContain(
    'annote = {end of title uncertain · Pipelines: 53. The Cabinet',
  );
});

test('keys of BibTeX are unlike where the titles are alike', () => {
  const other: Item = { ...items.publication, publication: { ...publication, id: 'publication:other' } };
  const keys = [...formats.bibtex([items.publication, other]).matchAll(/^@\w+\{(.+),$/gm)].map(([, key]) => key);
  expect(new Set(keys).size).toBe(2);
});
