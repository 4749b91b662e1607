/** What the scanner and the annotator leave for each other in the world that they share; pages cannot see it. */
declare var ifgGlossScanner: true | undefined;
declare var ifgGlossAnnotator: true | undefined;
/** The marked addresses in text, with the address of each. Firefox lets no script iterate over a page's highlights. */
declare var ifgGlossTextMarks: ReadonlyMap<Range, { readonly address: string }> | undefined;
