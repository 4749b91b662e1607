import { MAX_ADDRESS_LENGTH } from './canonical.ts';

const ABSOLUTE = /^https?:\/\/./i;
const MAX_ENCODED = 2;
/** What "http" is in base64, in front of any address. */
const BASE64_HTTP = /^aHR0c[\w+/-]+={0,2}$/;
/** A scheme, whole or encoded, its slashes run together or not. */
const SCHEME = /^(https?)(?::|%3a|%253a)?(?:\/|%2f|%252f){1,2}/i;
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\.?(?::\d+)?(?=[/?#]|$)/i;

/**
 * The absolute http(s) address that a value carries in plain, once or twice percent-encoded, or base64 form; null
 * where it carries none. The value is a query parameter as `URLSearchParams` gives it, or a part of a path.
 */
export function decodeAddress(value: string): string | null {
  if (value.length > MAX_ADDRESS_LENGTH) return null;
  let current = value.trim();
  for (let times = 0; times <= MAX_ENCODED; times += 1) {
    if (ABSOLUTE.test(current)) return current;
    if (isBase64Address(current)) return absolute(decodeBase64(current));
    if (!/^https?:?%/i.test(current)) return null;
    const decoded = decodePercent(current);
    if (decoded === null || decoded === current) return null;
    current = decoded;
  }
  return null;
}

/**
 * The address that a path ends with, as sites write it there: also with one slash behind its scheme, or without a
 * scheme; null where it is none.
 */
export function decodeWritten(written: string): string | null {
  if (isBase64Address(written)) return decodeAddress(written);
  const scheme = SCHEME.exec(written);
  let rest: string | null = written.slice(scheme?.[0].length ?? 0);
  for (let times = 0; times < MAX_ENCODED && rest !== null && /^[^/?#]*%/.test(rest); times += 1)
    rest = decodePercent(rest);
  return rest !== null && HOST.test(rest) ? `${scheme?.[1]?.toLowerCase() ?? 'https'}://${rest}` : null;
}

export function isBase64Address(value: string): boolean {
  return BASE64_HTTP.test(value);
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
    return atob(
      value
        .replaceAll('-', '+')
        .replaceAll('_', '/')
        .replace(/(?<!=)=+$/, ''),
    );
  } catch {
    return null;
  }
}
