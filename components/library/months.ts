import { keepForms } from '../kept-forms.ts';

const keepMonths = (year: 'numeric' | undefined) =>
  keepForms(
    () => Intl.DateTimeFormat,
    (Form, language) => new Form(language, { month: 'long', year, timeZone: 'UTC' }),
  );
const monthForms = { 'with year': keepMonths('numeric'), alone: keepMonths(undefined) };

/** A month, `YYYY-MM`, in the form of a language, with its year or alone. */
export function showMonth(month: string, language?: string, how: 'with year' | 'alone' = 'with year'): string {
  return monthForms[how](language).format(new Date(`${month}-01T00:00Z`));
}
