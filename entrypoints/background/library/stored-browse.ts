import { findAlike } from '../../../core/browse/alike.ts';
import { listPart } from '../../../core/browse/catalogue.ts';
import { saidAt } from '../../../core/browse/months.ts';
import type { PublicationId } from '../../../core/model/ids.ts';
import { present } from '../../../core/postings/damage.ts';
import type {
  ComparedPublication,
  Comparison,
  PublicationDetails,
  PublicationLine,
  PublicationList,
  PublicationsWanted,
} from '../../../core/protocol/library-page.ts';
import { readMeta } from './meta.ts';
import type { FeedRow, PublicationRow, Reading } from './schema.ts';
import { readFeedRows, readPublication, readRecommended } from './stored-said.ts';

/** A part of all publications; the rows of that part alone are read. */
export async function listPublications(reading: Reading, wanted: PublicationsWanted): Promise<PublicationList> {
  const { ids, ...counts } = listPart(present(await readMeta(reading, 'catalogue')), wanted);
  const rows = await Promise.all(ids.map((id) => reading.objectStore('publications').get(id)));
  return { items: rows.map((row) => lineOf(present(row))), ...counts };
}

export async function describePublication(reading: Reading, id: PublicationId): Promise<PublicationDetails | null> {
  const row = await readPublication(reading, id);
  if (row === null) return null;
  const { coverageOf } = row.publication;
  const covered = coverageOf === null ? null : await readPublication(reading, coverageOf);
  return { ...lineOf(row), coverageOf: covered?.publication ?? null };
}

export async function comparePublications(
  reading: Reading,
  { first, second }: { readonly first: PublicationId; readonly second: PublicationId },
): Promise<Comparison | null> {
  const feeds = await readFeedRows(reading);
  const [one, other] = await Promise.all([first, second].map((id) => readCompared(reading, feeds, id)));
  if (!one || !other) return null;
  return { first: one, second: other, pairs: findAlike(one.recommendations, other.recommendations) };
}

async function readCompared(
  reading: Reading,
  feeds: readonly FeedRow[],
  id: PublicationId,
): Promise<ComparedPublication | null> {
  const row = await readPublication(reading, id);
  if (row === null) return null;
  const recommended = await readRecommended(reading, feeds, { entries: row.entries, sources: new Map() });
  const recommendations = recommended.map(({ source: _, ...recommendation }) => recommendation);
  return { publication: row.publication, recommendations };
}

function lineOf({ publication, recommendations, moments }: PublicationRow): PublicationLine {
  return { publication, recommendations, ...saidAt(moments) };
}
