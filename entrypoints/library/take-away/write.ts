import { formatAnnotations } from '../../../core/take-away/annotations.ts';
import { formatBibtexFile } from '../../../core/take-away/bibtex.ts';
import { formatCslFile } from '../../../core/take-away/csl.ts';
import { formatCsv } from '../../../core/take-away/csv.ts';
import { slugOf } from '../../../core/take-away/file-names.ts';
import { FILE_KINDS, type TakeAwayFormat } from '../../../core/take-away/formats.ts';
import type { TakenAway } from '../../../core/take-away/items.ts';
import { formatJsonFeed } from '../../../core/take-away/json-feed.ts';
import { formatMarkdown, formatMarkdownFiles, type MarkdownWords } from '../../../core/take-away/markdown.ts';
import { type ReferenceWords, referencesOf } from '../../../core/take-away/references.ts';
import { formatRisFile } from '../../../core/take-away/ris.ts';
import { rowsOf } from '../../../core/take-away/rows.ts';
import { zipFiles } from '../../../platform/zip-files.ts';

export interface TakeAwayWords {
  readonly markdown: MarkdownWords;
  readonly references: ReferenceWords;
}

export interface WrittenFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Blob;
}

/** What is taken away as a file; null where nothing of it is what such files hold. */
export async function writeFile(
  format: TakeAwayFormat,
  taken: TakenAway,
  words: TakeAwayWords,
): Promise<WrittenFile | null> {
  if (!taken.items.some(({ kind }) => format !== 'annotations' || kind === 'note' || kind === 'follow-up')) return null;
  const { ending, type } = FILE_KINDS[format];
  return {
    name: `gloss-${slugOf(taken.title)}-${taken.day}.${ending}`,
    type,
    content: await formatAs(format, taken, words),
  };
}

function formatAs(format: TakeAwayFormat, taken: TakenAway, words: TakeAwayWords): string | Promise<Blob> {
  switch (format) {
    case 'csv':
      return formatCsv(taken.items.flatMap(rowsOf));
    case 'markdown':
      return formatMarkdown(taken, words.markdown);
    case 'markdown-files':
      return zipFiles(formatMarkdownFiles(taken, words.markdown), taken.day);
    case 'ris':
      return formatRisFile(referencesOf(taken, words.references));
    case 'bibtex':
      return formatBibtexFile(referencesOf(taken, words.references));
    case 'csl':
      return formatCslFile(referencesOf(taken, words.references));
    case 'json-feed':
      return formatJsonFeed(taken);
    case 'annotations':
      return formatAnnotations(taken);
  }
}
