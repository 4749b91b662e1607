import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pages } from '../../scripts/site/serve.ts';
import { putLinks } from './put-links.ts';

export interface SavedPage {
  readonly name: string;
  /** With links to the report put in; a character for each byte, for the page itself says what they mean. */
  readonly html: string;
}

const SITE = 'http://saved.example';

/** The pages of a folder, `NAME/source.html` or `NAME.html`, by their names. */
export async function readSavedPages(folder: string): Promise<readonly SavedPage[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    if (entry.isDirectory()) return [{ name: entry.name, path: join(folder, entry.name, 'source.html') }];
    return entry.name.endsWith('.html')
      ? [{ name: entry.name.slice(0, -'.html'.length), path: join(folder, entry.name) }]
      : [];
  });
  const pages = paths.map(async ({ name, path }) => {
    const html = await readFile(path, 'latin1').catch(() => null);
    return html === null ? [] : [{ name, html: putLinks(html) }];
  });
  return (await Promise.all(pages)).flat().toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

export function addressOf({ name }: SavedPage): string {
  return `${SITE}/${encodeURIComponent(name)}/`;
}

/** Serves the pages; everything else that they ask for is refused. */
export function serveSaved(pages: readonly SavedPage[]): Pages {
  const bodies = new Map(pages.map((page) => [addressOf(page), Buffer.from(page.html, 'latin1')]));
  return ({ origin, pathname }) => {
    const body = bodies.get(origin + pathname);
    return body === undefined ? null : { body, type: 'text/html' };
  };
}
