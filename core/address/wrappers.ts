/** Redirectors that carry the address in a parameter: host, path, and the names that the parameter can have. */
const WRAPPERS: readonly { readonly host: RegExp; readonly path: RegExp; readonly names: readonly string[] }[] = [
  { host: /(?:^|\.)safelinks\.protection\.(?:outlook|office365)\.com$/, path: /^\//, names: ['url'] },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, names: ['q', 'url'] },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, names: ['u'] },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:redir\/redirect|safety\/go)\/?$/, names: ['url'] },
];
const ARCHIVED = /^\/web\/\d{4,14}(?:[a-z]{2}_)?\/(https?:\/{1,2}.+)$/;
const DEEPEST = 4;

/** The address that a redirector or an archive leads to; the same address where it is none of those known. */
export function unwrapAddress(address: string): string {
  let current = address;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const inner = unwrapOnce(current);
    if (inner === null) return current;
    current = inner;
  }
  return current;
}

function unwrapOnce(address: string): string | null {
  const trimmed = address.trim();
  if (!URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  if (url.hostname === 'web.archive.org')
    return ARCHIVED.exec(url.pathname + url.search)?.[1]?.replace(/^(https?:)\/{1,2}/, '$1//') ?? null;
  const wrapper = WRAPPERS.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  if (wrapper === undefined) return null;
  return (
    wrapper.names
      .map((name) => url.searchParams.get(name))
      .find((inner) => inner !== null && /^https?:/i.test(inner)) ?? null
  );
}
