import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { formatAnnotations } from '../../../core/take-away/annotations.ts';
import { formatBibtexFile } from '../../../core/take-away/bibtex.ts';
import { formatCslFile } from '../../../core/take-away/csl.ts';
import { formatCsv } from '../../../core/take-away/csv.ts';
import type { Item } from '../../../core/take-away/items.ts';
import { formatJsonFeed } from '../../../core/take-away/json-feed.ts';
import { formatMarkdown, formatMarkdownFiles } from '../../../core/take-away/markdown.ts';
import { referencesOf } from '../../../core/take-away/references.ts';
import { formatRisFile } from '../../../core/take-away/ris.ts';
import { rowsOf } from '../../../core/take-away/rows.ts';
import { changeEach, readFields } from './fields.ts';
import { LEFT_OUT } from './left-out.ts';
import { evidence, followUp, items, noteOnPost, post, publication, recommendation, subject, taken } from './samples.ts';
import { markdownWords, referenceWords } from './words.ts';

const formats: Readonly<Record<keyof typeof LEFT_OUT, (of: readonly Item[]) => string>> = {
  csv: (of) => formatCsv(of.flatMap(rowsOf)),
  markdown: (of) => formatMarkdown({ ...taken, items: of }, markdownWords),
  'markdown-files': (of) => JSON.stringify(formatMarkdownFiles({ ...taken, items: of }, markdownWords)),
  'json-feed': (of) => formatJsonFeed({ ...taken, items: of }),
  annotations: (of) => formatAnnotations({ ...taken, items: of }),
  bibtex: (of) => formatBibtexFile(referencesOf({ items: of, sources: [] }, referenceWords)),
  ris: (of) => formatRisFile(referencesOf({ items: of, sources: [] }, referenceWords)),
  csl: (of) => formatCslFile(referencesOf({ items: of, sources: [] }, referenceWords)),
};

/** What each interface of the model is in the samples. */
const SAMPLES = {
  post: [
    ['Post', post],
    ['Author', post.author],
    ['LinkCard', post.linkCard],
    ['TextAddress', post.addresses[0]],
  ],
  publication: [['Publication', publication]],
  recommendation: [['Recommendation', recommendation]],
  own: [
    ['Note', { texts: noteOnPost.texts }],
    ['PostSubject', withoutKind(noteOnPost.subject)],
    ['RecommendationSubject', withoutKind(subject)],
    ['Evidence', evidence],
  ],
} as const;

function withoutKind({ kind: _, ...rest }: object & { readonly kind?: unknown }): object {
  return rest;
}

describe('the samples have every field of the model', () => {
  test.each(
    Object.entries(SAMPLES).flatMap(([file, list]) => list.map(([name, sample]) => [file, name, sample] as const)),
  )('%s: %s', async (file, name, sample) => {
    const fields = (await readFields(file, name)).filter((field) => field !== 'kind' || name === 'Publication');
    expect(fields).not.toEqual([]);
    expect(Object.keys(sample ?? {}).toSorted()).toEqual(fields.toSorted());
  });

  test('own: FollowUp and what it is written with', async () => {
    const own = [...(await readFields('own', 'Written')), ...(await readFields('own', 'FollowUp'))];
    expect(Object.keys(followUp).toSorted()).toEqual([...new Set(own)].toSorted());
  });

  test('nothing in them is null or empty', () => {
    expect(JSON.stringify(taken)).not.toMatch(/null|""|\[\]|\{\}/);
  });
});

/** What is not said by a field of its own: it is a word of ours that says which form it has. */
const KINDS = /(?:^|\.)(?:kind|field)$|^(?:post|recommendation)\.(?:feed|about)\.|^publication\.posts$/;

describe.each(Object.entries(formats))('%s', (name, format) => {
  const out = LEFT_OUT[name as keyof typeof LEFT_OUT];
  const before = format(Object.values(items));
  /** Of each field whether what is written is another where any value of it is. */
  const changed = new Map<string, boolean>();
  for (const [each, item] of Object.entries(items))
    for (const { path, value } of changeEach(item, item.kind)) {
      if (KINDS.test(path) && path !== 'publication.publication.kind') continue;
      const field = path.replace(/^[^.]+\.(?=.*\.)/, '');
      const isSaid = format(Object.values({ ...items, [each]: value as Item })) !== before;
      changed.set(field, isSaid && changed.get(field) !== false);
    }
  const paths = [...changed.keys()];
  const isBelow = (path: string, above: string) => path === above || path.startsWith(`${above}.`);

  test('has every field of the model but those that are named with a reason', () => {
    const missing = paths.filter((path) => changed.get(path) === false);
    expect(missing.filter((path) => !Object.keys(out).some((above) => isBelow(path, above)))).toEqual([]);
  });

  test('names none that it has, and none that there is not', () => {
    const named = Object.keys(out).map((above) => [above, paths.filter((path) => isBelow(path, above))] as const);
    expect(named.filter(([, below]) => below.length === 0 || below.some((path) => changed.get(path)))).toEqual([]);
  });

  test('docs/formats.md names what is left out', async () => {
    const docs = await readFile('docs/formats.md', 'utf8');
    expect(Object.keys(out).filter((path) => !docs.includes(`\`${path}\``))).toEqual([]);
  });
});
