import type { Subject } from '../model/own.ts';
import { hasSameWords } from '../own/keys.ts';
import { placeOfDocument } from './library-columns.ts';
import { findItems } from './own-documents.ts';
import { itemOf } from './own-searched.ts';
import type { SearchSource } from './source.ts';

/** Whether the library has each where it was when something was written about it; recommendations also with their words. */
export async function holdSubjects(source: SearchSource, subjects: readonly Subject[]): Promise<readonly boolean[]> {
  const library = await source.readLibrary();
  const items = subjects.map(itemOf);
  const documentOf = await findItems(source, library, items);
  const documents = items.map(documentOf);
  const recommended = documents.flatMap((document, index) =>
    document === null || subjects[index]?.kind !== 'recommendation' ? [] : [document],
  );
  const read = await source.readRecommendations(
    recommended.map((document) => placeOfDocument('recommendations', library.segments, document)),
  );
  const texts = new Map(recommended.map((document, index) => [document, read[index]?.text ?? '']));
  return subjects.map((subject, index) => {
    const document = documents[index] ?? null;
    if (document === null || subject.kind !== 'recommendation') return document !== null;
    return hasSameWords(texts.get(document) ?? '', subject.words);
  });
}
