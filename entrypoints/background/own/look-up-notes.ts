import type { Hits, LookUpAnswer, NoteHit, Question } from '../../../core/protocol/look-up.ts';
import type { OwnSearched } from '../../../core/search/own-searched.ts';
import { readAsked } from '../../../core/search/read-asked.ts';
import type { Content } from '../library/content.ts';

const MAX_SHOWN = 10;

/** What is looked up by hand, in the reader's notes too; these are left out where none holds the words. */
export async function lookUpWithNotes(
  content: Pick<Content, 'lookUp' | 'search'>,
  question: Question,
  readOwn: () => Promise<OwnSearched>,
): Promise<LookUpAnswer> {
  const [answer, notes] = await Promise.all([content.lookUp(question), findNotes(content, question, readOwn)]);
  return answer.kind === 'address' || notes.total === 0 ? answer : { ...answer, notes };
}

async function findNotes(
  content: Pick<Content, 'search'>,
  { asked }: Question,
  readOwn: () => Promise<OwnSearched>,
): Promise<Hits<NoteHit>> {
  const read = readAsked(asked);
  const own = read.kind === 'words' ? await readOwn() : null;
  if (read.kind !== 'words' || own === null || own.written.every(({ record }) => record.kind !== 'note'))
    return { items: [], total: 0 };
  const request = { text: `kind:note ${read.text}`, order: 'relevance', start: 0, most: MAX_SHOWN } as const;
  const { hits, counts } = await content.search({ ...request, from: null, newSince: Number.MAX_SAFE_INTEGER }, [], own);
  // What is typed may ask for other kinds, too.
  return { items: hits.filter((hit): hit is NoteHit => hit.kind === 'note'), total: counts.kinds.note };
}
