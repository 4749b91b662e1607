import { fail, type Result, succeed } from '../result.ts';

/** Whom the extension may ask, each as an origin: `https://host`, with a port where it is not the usual one. */
export interface Services {
  /** Profiles and posts: `app.bsky.*`. */
  readonly appView: string;
  /** Where the records of a DID are kept: https://web.plc.directory/spec/v0.1/did-plc. */
  readonly plc: string;
  /** Which posts link to an address: `blue.microcosm.links.*`. */
  readonly linkIndex: string;
}

export const publicServices: Services = {
  appView: 'https://public.api.bsky.app',
  plc: 'https://plc.directory',
  linkIndex: 'https://constellation.microcosm.blue',
};

/**
 * Why a text names no service. `no-address`: it is no address; `not-secure`: it is not https, nor http on this machine;
 * `more-than-host`: it holds a path, a query, a fragment or a name to sign in with.
 */
export type ServiceFault = 'no-address' | 'not-secure' | 'more-than-host';

/** Not `[::1]`: no content security policy can name it, so no request would leave. */
const LOOPBACK = ['127.0.0.1', 'localhost'];

/** The origin that a text names; whitespace around it and a slash at its end do no harm. */
export function readService(text: string): Result<string, ServiceFault> {
  if (!URL.canParse(text)) return fail('no-address');
  const { protocol, hostname, origin, href } = new URL(text);
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.includes(hostname))) return fail('not-secure');
  return href === `${origin}/` ? succeed(origin) : fail('more-than-host');
}
