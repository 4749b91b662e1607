import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { TAKE_AWAY_FORMATS } from '../../../core/take-away/formats.ts';
import { writeFile } from '../../../entrypoints/library/take-away/write.ts';
import { items, taken } from '../../core/take-away/samples.ts';
import { markdownWords, referenceWords } from '../../core/take-away/words.ts';

const words = { markdown: markdownWords, references: referenceWords };
const NAME = 'gloss-search-procurement-2026-11-29';
/** How each format begins. */
const BEGINNINGS = {
  csv: [`${NAME}.csv`, '\uFEFFkind,'],
  markdown: [`${NAME}.md`, '---\ntitle: '],
  'markdown-files': [`${NAME}.zip`, 'PK'],
  ris: [`${NAME}.ris`, 'TY  - '],
  bibtex: [`${NAME}.bib`, '@misc{'],
  csl: [`${NAME}.csl.json`, '[\n'],
  'json-feed': [`${NAME}.json`, '{\n  "version": "https://jsonfeed.org/version/1.1"'],
  annotations: [`${NAME}.jsonld`, '{\n  "@context": ['],
} as const;

test.each(TAKE_AWAY_FORMATS)('%s has its name and its form', async (format) => {
  const [name, beginning] = BEGINNINGS[format];
  const file = await writeFile(format, taken, words);
  const content = file?.content ?? '';
  expect(file?.name).toBe(name);
  expect((typeof content === 'string' ? content : await content.text()).startsWith(beginning)).toBe(true);
});

test('the zip has a document a publication', async () => {
  const file = await writeFile('markdown-files', taken, words);
  const bytes = new Uint8Array(await new Blob([file?.content ?? '']).arrayBuffer());
  expect(Object.keys(unzipSync(bytes))).toHaveLength(4);
});

test('where there is nothing that a format holds, there is no file', async () => {
  const nothing = { ...taken, items: [] };
  for (const format of TAKE_AWAY_FORMATS) expect(await writeFile(format, nothing, words)).toBeNull();
  expect(await writeFile('annotations', { ...taken, items: [items.post, items.publication] }, words)).toBeNull();
  expect(await writeFile('annotations', { ...taken, items: [items.post, items.noteOnPost] }, words)).not.toBeNull();
});
