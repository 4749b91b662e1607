import { showNumber } from './dates.ts';
import type { Translate } from './words.ts';

/** What `_locales` can count; each language has a form for each of its own plurals. */
export type Countable = 'links' | 'posts' | 'publications' | 'recommendations';

/** Says how many there are of something, as in “3 posts”. */
export function sayCount(translate: Translate, language: string | undefined, what: Countable, count: number): string {
  return translate(`count_${what}_${new Intl.PluralRules(language).select(count)}`, showNumber(count, language));
}
