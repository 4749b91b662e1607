import type { Document } from '../../../core/search/find-words.ts';
import type { FieldOf, Kind, SearchTerms } from '../../../core/search/searched.ts';
import { familiesIn, wordsIn } from '../../../core/search/written.ts';
import { atOnce } from '../../../core/steps.ts';
import { wordsOf } from '../../../core/text/words.ts';

/** What documents of a kind are found by; they keep their order. */
export function termsOf<K extends Kind>(
  fields: readonly FieldOf<K>[],
  documents: readonly Document<unknown, FieldOf<K>>[],
): SearchTerms {
  const written = fields.map((field) => documents.map(({ texts }) => wordsOf(texts[field])));
  const families = fields.map((field, index) => [field, atOnce(familiesIn(written[index] ?? []))] as const);
  return { families: Object.fromEntries(families), words: [...wordsIn(written.flat())].sort() };
}
