import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { contentOfFeeds } from '../core/gloss/content-of-feeds.ts';
import { explain } from '../core/gloss/explain.ts';
import { glossFor } from '../core/gloss/gloss-for.ts';
import type { Reason } from '../core/model/match.ts';
import { createResolver, type Query } from '../core/recognise/resolve.ts';
import { readFeed, readSeeds } from './bundled-index.ts';

/**
 * `npm run --silent resolve -- [--feed FILE]... [ADDRESS]...`: why a link is marked, one JSON object a line.
 * Without an address it reads lines: addresses, or objects {"url", "text"?, "title"?}. Exit code 2 for a bad feed.
 */
const { values, positionals } = parseArgs({
  options: { feed: { type: 'string', multiple: true } },
  allowPositionals: true,
});
const feeds = values.feed === undefined ? await readSeeds() : await Promise.all(values.feed.map(readFeed));
const words = await readWords();
const resolver = createResolver(feeds);
const lines =
  positionals.length > 0 ? positionals : createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
for await (const line of lines) {
  if (line.trim() !== '') process.stdout.write(`${JSON.stringify(answer(line))}\n`);
}

type Words = Readonly<Record<string, { readonly message: string }>>;

async function readWords(): Promise<Words> {
  const file = new URL('../public/_locales/en/messages.json', import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')) as Words;
}

function answer(line: string): object {
  const query = readQuery(line);
  if ('error' in query) return query;
  const { address, ...match } = resolver.resolve(query);
  if (address === null && !URL.canParse(query.url)) return { url: query.url, error: 'not an address' };
  const gloss = glossFor(contentOfFeeds(feeds), match);
  const { publication } = gloss;
  return {
    url: query.url,
    address,
    match: match.sureness,
    publication: publication && { id: publication.id, title: publication.title, section: publication.section },
    why: match.reasons.map((reason) => say(reason)),
    posts: gloss.counts.posts,
    recommendations: gloss.counts.recommendations,
  };
}

/** A line's query, or what is wrong with it. */
function readQuery(line: string): Query | { readonly url: string; readonly error: string } {
  if (!line.trimStart().startsWith('{')) return { url: line.trim() };
  const error = 'expected an address or {"url": "…", "text"?: "…", "title"?: "…"}';
  try {
    const { url, text, title } = JSON.parse(line) as Record<string, unknown>;
    if (typeof url !== 'string') return { url: line, error };
    if (![text, title].every(isTextOrNothing)) return { url, error };
    return { url, ...(typeof text === 'string' && { text }), ...(typeof title === 'string' && { title }) };
  } catch {
    return { url: line, error };
  }
}

function isTextOrNothing(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function say(reason: Reason): string {
  const { key, substitutions } = explain(reason);
  return substitutions.reduce(
    (text, value, index) => text.replace(`$${index + 1}`, () => value),
    words[key]?.message ?? key,
  );
}
