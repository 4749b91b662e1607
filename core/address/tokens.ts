import { decodeAddress, decodeBase64 } from './encoded.ts';

/** A newsletter service that packs the address into JSON in base64. */
interface Packer {
  readonly host: RegExp;
  /** Over path and query; its group is the base64. */
  readonly token: RegExp;
  /** The names under which the address lies, from without; JSON within JSON is opened. */
  readonly names: readonly string[];
}

const PACKERS: readonly Packer[] = [
  // The payload of a JSON Web Token.
  { host: /(?:^|\.)substack\.com$/, token: /^\/redirect\/2\/([\w-]+)/, names: ['e'] },
  { host: /^lnks\.gd$/, token: /^\/l\/[\w-]+\.([\w-]+)/, names: ['url'] },
  { host: /(?:^|\.)(?:customeriomail\.com|track\.customer\.io)$/, token: /^\/e\/c\/([\w-]+)/, names: ['href'] },
  { host: /(?:^|\.)mandrillapp\.com$/, token: /^\/track\/click\/.*[?&]p=([\w-]+)/, names: ['p', 'url'] },
];

/** The address that such a service's link leads to; null where the address is none. */
export function readToken(url: URL): string | null {
  const packer = PACKERS.find(({ host }) => host.test(url.hostname));
  const packed = packer?.token.exec(url.pathname + url.search)?.[1];
  if (packer === undefined || packed === undefined) return null;
  let value: unknown = decodeBase64(packed);
  for (const name of packer.names) value = readName(value, name);
  return typeof value === 'string' ? decodeAddress(value) : null;
}

function readName(json: unknown, name: string): unknown {
  if (typeof json !== 'string') return null;
  try {
    const object: unknown = JSON.parse(json);
    return typeof object === 'object' && object !== null ? (object as Record<string, unknown>)[name] : null;
  } catch {
    return null;
  }
}
