const RULES: readonly (readonly [RegExp, string])[] = [
  [/iz(?=(?:e[drs]?|ers|ing|ations?|ational)$)/, 'is'],
  [/yz(?=(?:e[drs]?|ing)$)/, 'ys'],
  [/(?<=^(?:behavi|col|fav|harb|hon|lab|neighb|rum|vap))or(?!at)/, 'our'],
  [/(?<=^(?:cent|theat|met|lit|fib))er(?=s?$)/, 're'],
  [/(?<=^(?:def|off|lic|pret))ens(?=es?$)/, 'enc'],
  [/^program(?=s?$)/, 'programme'],
  [/^(judg|acknowledg)(?=ment)/, '$1e'],
  [/(?<=^(?:catal|dial|anal))og(?=s?$)/, 'ogue'],
  [/^aging$/, 'ageing'],
];

/**
 * A word in lower case as Britain spells it, or as British spelling would have it by rule: "sizing" becomes "sising",
 * which does no harm as long as every text goes through here.
 */
export function britishSpelling(word: string): string {
  return RULES.reduce((spelled, [american, british]) => spelled.replace(american, british), word);
}
