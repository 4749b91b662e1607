import { decodeAddress, decodeBase64, decodeWritten } from './encoded.ts';

const HOST = /^urldefense(?:\.proofpoint)?\.(?:com|us)$/;
const THIRD = /^[^/]+\/\/[^/]+\/v3\/__(.+)__;([\w-]*)!/;
/** What the third form replaced: one character, or a run whose length follows. */
const REPLACED = /\*(?:\*([\w-]))?/g;
const LENGTHS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const MIN_RUN = 2;

/**
 * The address that Proofpoint's URL Defense stands for, in its three forms; null where the address is none of them.
 * https://help.proofpoint.com/Threat_Insight_Dashboard/API_Documentation/URL_Decoder_API
 */
export function readUrlDefense(url: URL): string | null {
  if (!HOST.test(url.hostname)) return null;
  const value = url.searchParams.get('u') ?? '';
  if (url.pathname === '/v1/url') return decodeAddress(value);
  if (url.pathname === '/v2/url') return decodeAddress(value.replaceAll('-', '%').replaceAll('_', '/'));
  const [, written = '', replaced = ''] = THIRD.exec(url.href) ?? [];
  const characters = decodeBase64(replaced);
  if (characters === null) return null;
  const inner = putBack(written, characters);
  // Some programs run the slashes of its scheme together.
  return decodeAddress(inner) ?? decodeWritten(inner);
}

function putBack(written: string, characters: string): string {
  let used = 0;
  return written.replace(REPLACED, (_, code?: string) => {
    const length = code === undefined ? 1 : LENGTHS.indexOf(code) + MIN_RUN;
    used += length;
    return characters.slice(used - length, used);
  });
}
