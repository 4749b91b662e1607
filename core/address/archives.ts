/** Snapshots carry the address behind a time of 4 to 14 digits: the archives of the web that readers here meet. */
const SNAPSHOT =
  /^(?:\/(?:web|ukgwa|wayback\/archive|wayback|\d{1,7}))?\/\d{4,14}(?:[a-z]{2}_)?\/(https?:(?:\/|%2f){1,2}.+)$/i;
const ARCHIVES: ReadonlySet<string> = new Set([
  'web.archive.org',
  'wayback.archive-it.org',
  'webarchive.nationalarchives.gov.uk',
  'www.webarchive.org.uk',
  'archive.today',
  'archive.ph',
  'archive.is',
  'archive.li',
  'archive.md',
]);

/** The address that an archive's snapshot was taken of; null for its other pages, such as the form that saves one. */
export function readSnapshot(url: URL): string | null {
  if (!ARCHIVES.has(url.hostname)) return null;
  const inner = SNAPSHOT.exec(url.pathname)?.[1];
  return inner === undefined ? null : inner.replace(/^(https?:)(?:\/|%2f){1,2}/i, '$1//') + url.search;
}
