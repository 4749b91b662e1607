import type { Countable } from '../core/message-key.ts';
import { showNumber } from './dates.ts';
import { keepForms } from './kept-forms.ts';
import type { Translate } from './words.ts';

const pluralRules = keepForms(
  () => Intl.PluralRules,
  (Rules, language) => new Rules(language),
);

/** Says how many there are of something, as in “3 posts”. */
export function sayCount(translate: Translate, language: string | undefined, what: Countable, count: number): string {
  return translate(`count_${what}_${pluralRules(language).select(count)}`, showNumber(count, language));
}
