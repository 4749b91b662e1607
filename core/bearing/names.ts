import { onFirstUse } from '../on-first-use.ts';
/** Departments and bodies as they are spelt out, by the letters that they are known by. */
export const SPELT_OUT: ReadonlyMap<string, string> = new Map([
  ['CCS', 'Crown Commercial Service'],
  ['DBT', 'Department for Business and Trade'],
  ['DCMS', 'Department for Culture, Media and Sport'],
  ['DEFRA', 'Department for Environment, Food and Rural Affairs'],
  ['DESNZ', 'Department for Energy Security and Net Zero'],
  ['DFE', 'Department for Education'],
  ['DFT', 'Department for Transport'],
  ['DHSC', 'Department of Health and Social Care'],
  ['DSIT', 'Department for Science, Innovation and Technology'],
  ['DWP', 'Department for Work and Pensions'],
  ['FCDO', 'Foreign, Commonwealth and Development Office'],
  ['GCF', 'Government Commercial Function'],
  ['GDS', 'Government Digital Service'],
  ['HMRC', 'Revenue and Customs'],
  ['HMT', 'Treasury'],
  ['LGA', 'Local Government Association'],
  ['MHCLG', 'Ministry of Housing, Communities and Local Government'],
  ['MOD', 'Ministry of Defence'],
  ['MOJ', 'Ministry of Justice'],
  ['NAO', 'National Audit Office'],
  ['NISTA', 'National Infrastructure and Service Transformation Authority'],
  ['OBR', 'Office for Budget Responsibility'],
  ['PAC', 'Public Accounts Committee'],
  ['UKRI', 'UK Research and Innovation'],
]);
const LETTERS_OF = new Map([...SPELT_OUT].map(([letters, name]) => [name, letters]));

const CAPITAL = String.raw`\p{Lu}[\p{L}\p{N}]*`;
const spelt = onFirstUse(
  () =>
    new RegExp(String.raw`(?<![\p{L}\p{N}])${CAPITAL}(?:[\s,]+(?:(?:of|for|a|the|and|in)\s+){0,2}${CAPITAL})+`, 'gu'),
);
/** What a sentence begins with before a name: "The GCF", "So GCF". */
const OPENING =
  /^(?:(?:the|an?|so|and|but|or|this|these|that|those|any|all|both|each|every|no|if|when|while|as|at|by|for|from|in|of|on|to|under|with|also|finally)[\s,]+)+/iu;
const LETTERS = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}]{0,4}\p{Lu}(?![\p{L}\p{N}])/gu;

/** The names of bodies, schemes and laws in a text: several words in capitals, or letters that are such a name. */
export function namesIn(text: string): string[] {
  const inFull = Array.from(text.matchAll(spelt()), ([name]) => name.replace(OPENING, '')).filter(
    (name) => /\s/.test(name) || LETTERS_OF.has(name),
  );
  const letters = Array.from(text.matchAll(LETTERS), ([name]) => name).filter((name) =>
    SPELT_OUT.has(name.toUpperCase()),
  );
  return [...new Set([...inFull, ...letters])];
}

/** What bodies are called by their first word or their last, and hardly anything that they run. */
const BODY =
  /^(?:Department|Ministry|Office) |(?:^| )(?:Agency|Authority|Cabinet|Commission|Committee|Council|Department|Function|Government|Ministry|Office|Parliament|Treasury)$/u;

/** Whether a name says who acts, and not what is done. */
export function isBody(name: string): boolean {
  return SPELT_OUT.has(name.toUpperCase()) || LETTERS_OF.has(name) || BODY.test(name);
}

/** Finds a name, spelt out or by its letters, in the singular or the plural. */
export function patternOf(name: string): RegExp {
  const forms = [name, SPELT_OUT.get(name.toUpperCase()), LETTERS_OF.get(name)].filter((form) => form !== undefined);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${forms.map(looselyOf).join('|')})s?(?![\p{L}\p{N}])`, 'iu');
}

/** A pattern for a name's words, which hold no other signs than letters and digits. */
export function looselyOf(form: string): string {
  return form
    .split(/[\s,]+/)
    .map((word) => word.replace(/s$/, 's?'))
    .join(String.raw`[\s,’'-]+`);
}
