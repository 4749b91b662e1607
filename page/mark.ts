/**
 * The attribute that is a mark on a link. Its value says how sure it is (`exact`, `likely`, `related`), and behind a space
 * how it is drawn where an underline would not be seen.
 */
export const MARK = 'data-ifg-gloss';
