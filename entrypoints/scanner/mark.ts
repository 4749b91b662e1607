/** The attribute that is a mark; its value says how sure it is. */
export const MARK = 'data-ifg-gloss';
