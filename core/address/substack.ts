import { decodeAddress, decodeBase64 } from './encoded.ts';

const HOST = /^(?:[\w-]+\.)?substack\.com$/;
/** The payload of a JSON Web Token, whose `e` is the address. */
const TOKEN = /^\/redirect\/2\/([\w-]+)/;

/** The address that a link of a Substack newsletter leads to; null where the address is none. */
export function readSubstack(url: URL): string | null {
  const payload = HOST.test(url.hostname) ? TOKEN.exec(url.pathname)?.[1] : undefined;
  const json = payload === undefined ? null : decodeBase64(payload);
  if (json === null) return null;
  try {
    const { e: address } = JSON.parse(json) as Record<string, unknown>;
    return typeof address === 'string' ? decodeAddress(address) : null;
  } catch {
    return null;
  }
}
