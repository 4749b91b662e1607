/** The host of a page under Google's translator: its dots are hyphens there, and its hyphens two. */
const HOST = /^([a-z0-9-]+)\.translate\.goog$/;

/** The address of the page that Google's translator shows under a host of its own; null where the address is none of those. */
export function readTranslated(url: URL): string | null {
  const label = HOST.exec(url.hostname)?.[1];
  if (label === undefined) return null;
  const kept = [...url.searchParams].filter(([name]) => !name.startsWith('_x_tr_'));
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
  const host = label.replace(/--?/g, (hyphens) => (hyphens === '--' ? '-' : '.'));
  return `https://${host}${url.pathname}${query}`;
}
