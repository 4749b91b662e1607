/** Soft hyphens, zero-width spaces and joiners: pages put them into addresses so that these break in lines. */
export const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
export const HOST_NAME = /instituteforgovernment\.org\.uk/i;

/**
 * Whether a text, or a page's text as a whole, is worth looking at. Takes a millisecond for a million letters. It stands by
 * itself, for it is on every page.
 */
export function mayHoldAddress(text: string): boolean {
  return HOST_NAME.test(text.replace(UNSEEN, ''));
}
