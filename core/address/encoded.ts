import { LONGEST_ADDRESS } from './canonical.ts';

const ABSOLUTE = /^https?:\/\/./i;
const MOST_ENCODED = 2;
/** What "http" is in base64, in front of any address. */
export const BASE64_HTTP = /^aHR0c[\w+/-]+={0,2}$/;

/**
 * The absolute http(s) address that a value carries in plain, once or twice percent-encoded, or base64 form; null
 * where it carries none. The value is a query parameter as `URLSearchParams` gives it, or a part of a path.
 */
export function decodeAddress(value: string): string | null {
  if (value.length > LONGEST_ADDRESS) return null;
  let current = value.trim();
  for (let times = 0; times <= MOST_ENCODED; times += 1) {
    if (ABSOLUTE.test(current)) return current;
    if (BASE64_HTTP.test(current)) return absolute(decodeBase64(current));
    if (!/^https?:?%/i.test(current)) return null;
    const decoded = decodePercent(current);
    if (decoded === null || decoded === current) return null;
    current = decoded;
  }
  return null;
}

function decodePercent(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

function absolute(address: string | null): string | null {
  return address !== null && ABSOLUTE.test(address) ? address : null;
}

/** What base64 in its usual or its URL alphabet, with or without padding, holds, a character for a byte; null for no base64. */
export function decodeBase64(value: string): string | null {
  try {
    return atob(value.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  } catch {
    return null;
  }
}
