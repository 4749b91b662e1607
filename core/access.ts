/** Patterns of all that the extension marks links on; `host_permissions` of its manifest. */
export const ALL_SITES: readonly string[] = ['http://*/*', 'https://*/*'];

/** Where the reader lets the extension in; browsers let people withhold sites, and take them back at any time. */
export interface Access {
  /** On all websites. */
  readonly all: boolean;
  /** On the one that is asked about. */
  readonly here: boolean;
}

/** The patterns of one site, by its host name. */
export function patternsOfSite(site: string): string[] {
  return [`http://${site}/*`, `https://${site}/*`];
}

/** The sites that patterns name one by one, in order and each once. */
export function sitesOf(patterns: readonly string[]): string[] {
  const hosts = patterns.flatMap((pattern) => /^(?:https?|\*):\/\/([^/]+)\//.exec(pattern)?.[1] ?? []);
  return [...new Set(hosts.filter((host) => host !== '*'))].sort();
}
