import { titleKey } from '../text/titles.ts';
import { withoutUnseen } from '../text/unseen-letters.ts';
import { stemsOf } from '../text/words.ts';

/** Stems of words that stand in titles of many reports' parts and name none of them. */
const GENERIC = new Set(
  'annex append append appendix chapter conclus execut foreword introduct methodolog overview part recommend section summari'.split(
    ' ',
  ),
);

/** A title as what it is compared by: without case, accents, marks, articles and the site's name. Never empty. */
export function sameTitleKey(title: string): string {
  const seen = withoutUnseen(title);
  // Titles without words are told apart by what they have instead.
  return titleKey(seen) || seen.trim() || title;
}

/** How many different words of a title's key tell what it is about. */
export function countTelling(key: string): number {
  const stems = new Set(stemsOf(key));
  return [...stems].filter((stem) => !GENERIC.has(stem) && !/^\d{1,2}$/.test(stem)).length;
}
