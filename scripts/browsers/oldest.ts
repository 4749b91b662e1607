/**
 * The oldest versions that the tests were run on. From Chrome 148 on extensions have `browser` by themselves; what
 * webextension-polyfill puts in its place in older ones was never tried.
 */
export const OLDEST = { chrome: '150', firefox: '140' } as const;
