import type { Match } from '../../../core/model/match.ts';
import {
  conclude,
  findAlike,
  type Known,
  type Query,
  type ReadQuery,
  type ResolvedMatch,
  readQuery,
  recognise,
} from '../../../core/recognise/resolve.ts';
import { atOnce, type Share } from './content.ts';
import { createReadKnown, type ReadKnown } from './read-known.ts';
import type { Reading } from './schema.ts';

/** Reads queries, which takes as long as they are; the library is not asked meanwhile. */
export function readQueries(queries: readonly Query[], share: Share = atOnce): Promise<readonly ReadQuery[]> {
  return share(queries, readQuery);
}

/** Recognises queries in one transaction; what looks for alike posts is only asked about what is not recognised. */
export async function resolveQueries(
  reading: Reading,
  queries: readonly ReadQuery[],
): Promise<readonly ResolvedMatch[]> {
  const known = await createReadKnown(reading);
  const recognised = await askUntilKnown(queries, recognise, known);
  const left = queries.filter((_, index) => recognised[index] === null);
  const alike = await askUntilKnown(left, findAlike, known);
  const found = new Map(left.map((query, index) => [query, alike[index] ?? null]));
  return queries.map((query, index) => conclude(query, recognised[index] ?? found.get(query) ?? null));
}

async function askUntilKnown(
  queries: readonly ReadQuery[],
  ask: (query: ReadQuery, known: Known) => Match | null,
  known: ReadKnown,
): Promise<readonly (Match | null)[]> {
  let answers = queries.map((query) => ask(query, known));
  while (await known.readMissing()) answers = queries.map((query) => ask(query, known));
  return answers;
}
