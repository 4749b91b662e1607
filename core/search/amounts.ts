const UNITS = new Map([
  ['m', 'million'],
  ['bn', 'billion'],
  ['tn', 'trillion'],
]);
const SHORT = new Map([...UNITS].flatMap(([short, full]) => [[short, short] as const, [full, short] as const]));
const NUMBER = String.raw`\d+(?:\.\d+)?`;
const AMOUNT = new RegExp(`^(${NUMBER})(m|bn|tn)$`);
const WHOLE = new RegExp(`^${NUMBER}$`);

/** What else the word at a place is found by: "400bn" by "400" and "billion", and the "400" of "400 billion" by "400bn". */
export function amountsAt(words: readonly string[], place: number): readonly string[] {
  const word = words[place] ?? '';
  if (!/^\d/.test(word)) return [];
  const [, digits = '', unit = ''] = AMOUNT.exec(word) ?? [];
  if (digits !== '') return [digits, UNITS.get(unit) ?? ''];
  const short = WHOLE.test(word) ? SHORT.get(words[place + 1] ?? '') : undefined;
  return short === undefined ? [] : [`${word}${short}`];
}
