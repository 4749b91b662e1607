import { decodeAddress } from './encoded.ts';

/** A redirector that is known by name: its host, its path, and the names that its parameter can have. */
interface Redirector {
  readonly host: RegExp;
  readonly path: RegExp;
  readonly names: readonly string[];
  /** Undoes what it does to the address beyond the usual encodings. */
  readonly unpack?: (value: string) => string;
}

const ANY = /^\//;

const REDIRECTORS: readonly Redirector[] = [
  // https://learn.microsoft.com/en-us/defender-office-365/safe-links-about
  { host: /(?:^|\.)safelinks\.protection\.(?:outlook\.com|office365\.(?:com|us))$/, path: ANY, names: ['url'] },
  { host: /^statics\.teams\.(?:cdn\.office\.net|microsoft\.com)$/, path: /\/safelinks\//, names: ['url'] },
  { host: /^(?:www\.)?google\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/, path: /^\/url$/, names: ['q', 'url'] },
  { host: /^(?:lm?\.facebook|l\.(?:instagram|threads|messenger))\.(?:com|net)$/, path: ANY, names: ['u'] },
  {
    host: /^(?:[a-z]{2,3}\.)?linkedin\.com$/,
    path: /^\/(?:redir\/(?:redirect|general-malware-page)|safety\/go)\/?$/,
    names: ['url'],
  },
  { host: /^translate\.google\.com$/, path: /^\/translate$/, names: ['u'] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, names: ['q'] },
  { host: /^(?:[a-z]+\.)?duckduckgo\.com$/, path: /^\/l\/$/, names: ['uddg'] },
  { host: /^(?:www\.|cn\.)?bing\.com$/, path: /^\/ck\/a$/, names: ['u'], unpack: (value) => value.replace(/^a1/, '') },
  { host: /^out\.reddit\.com$/, path: ANY, names: ['url'] },
  { host: /^(?:www\.)?slack-redir\.net$/, path: /^\/link$/, names: ['url'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, names: ['z'] },
  // A signature stands behind the address.
  { host: /^disq\.us$/, path: /^\/url$/, names: ['url'], unpack: (value) => value.replace(/:[\w-]{27}$/, '') },
  { host: /^linkprotect\.cudasvc\.com$/, path: /^\/url$/, names: ['a'] },
];

/** The address that a well-known redirector carries in its parameter, or null where the address is none of them. */
export function readRedirector(url: URL): string | null {
  const known = REDIRECTORS.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  const unpack = known?.unpack ?? ((value) => value);
  for (const name of known?.names ?? []) {
    const inner = decodeAddress(unpack(url.searchParams.get(name) ?? ''));
    if (inner !== null) return inner;
  }
  return null;
}
