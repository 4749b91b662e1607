import type { Localisation } from '../core/localisation.ts';

/** What stands in for a language of which the browser has neither dates nor numbers. */
const STAND_IN = 'en-GB';

interface Months {
  readonly long: readonly string[];
  readonly short: readonly string[];
}

/** By language. */
const lent = new Map<string, Months>();

/**
 * Has `Intl` of this context write the dates of a language that the browser has none of, as Chromium has none of Welsh: as
 * British ones, with the months of that language. A page's `Intl` is another one.
 */
export function lendMonths(words: Localisation): void {
  const language = words.getMessage('language');
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length > 0) return;
  if (lent.size === 0) Object.assign(Intl, standIns());
  const [long, short] = [words.getMessage('months').split(' '), words.getMessage('months_short').split(' ')];
  lent.set(language, { long, short });
}

function standIns(): Pick<typeof Intl, 'DateTimeFormat' | 'NumberFormat'> {
  const Dates = Intl.DateTimeFormat;
  const Numbers = Intl.NumberFormat;

  class DateTimeFormat extends Dates {
    readonly #months: Months | undefined;
    readonly #isLong: boolean;

    constructor(language?: string, options: Intl.DateTimeFormatOptions = {}) {
      const months = lent.get(language ?? '');
      super(months === undefined ? language : STAND_IN, options);
      this.#months = months;
      this.#isLong = options.month === 'long';
    }

    override format(date?: Date | number): string {
      return this.formatToParts(date)
        .map(({ type, value }) => (type === 'month' ? this.#nameMonth(value, date) : value))
        .join('');
    }

    #nameMonth(named: string, date?: Date | number): string {
      const { timeZone } = this.resolvedOptions();
      const number = Number(new Dates(STAND_IN, { month: 'numeric', timeZone }).format(date));
      return this.#months?.[this.#isLong ? 'long' : 'short'][number - 1] ?? named;
    }
  }
  class NumberFormat extends Numbers {
    constructor(language?: string, options?: Intl.NumberFormatOptions) {
      super(lent.has(language ?? '') ? STAND_IN : language, options);
    }
  }
  return { DateTimeFormat, NumberFormat } as unknown as Pick<typeof Intl, 'DateTimeFormat' | 'NumberFormat'>;
}
