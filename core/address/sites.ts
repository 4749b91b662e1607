import { readAddress } from './canonical.ts';

/** The host of an address as texts show it, with or without a scheme, and perhaps cut; null where it has none. */
export function hostOf(shown: string): string | null {
  return readAddress(shown)?.hostname.replace(/^www\./, '') ?? null;
}

/** A host and the domains above it, down to those of two names. */
export function sitesOf(host: string): string[] {
  const names = host.split('.');
  return names.slice(0, -1).map((_, from) => names.slice(from).join('.'));
}
