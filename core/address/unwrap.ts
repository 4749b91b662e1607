import { isIfgHost, MAX_ADDRESS_LENGTH, readAddress } from './canonical.ts';
import { decodeWritten } from './encoded.ts';
import { readLibraryProxy, readProxyByName } from './library-proxies.ts';
import { isServiceHost, readService } from './read-service.ts';
import { readRedirect } from './redirect-words.ts';
import { readToken } from './tokens.ts';
import { readTranslated } from './translated.ts';
import { readUrlDefense } from './url-defense.ts';

/** A newsletter's tracker behind a safe link behind a proxy is three; nobody wraps deeper. */
const DEEPEST = 4;
const KNOWN = [readService, readUrlDefense, readToken, readTranslated, readLibraryProxy];

/** Acrobat's extension shows a file under an address of its own that ends with the file's; people cite what stands there. */
const ACROBAT =
  /^\s*(?:chrome-)?extension:\/\/(?:efaidnbmnnnibpcajpcglclefindmkaj|elhekieabhbkpmcefcoobjddigjcaadp)\/(https?[:%].+)$/i;

export interface Unwrapped {
  readonly url: URL;
  /**
   * The host that is believed to lead there by its words alone; null where nothing stands between, or only what is
   * known to lead on.
   */
  readonly through: string | null;
}

/**
 * The address that a redirector, an archive, a proxy or a tracker leads to, or the address itself where it is none of
 * those. What is not known to be one is followed to the Institute's site only. Null for what is no http(s) address.
 */
export function unwrapAddress(address: string): Unwrapped | null {
  const written = readAddress(readAcrobat(address) ?? address);
  if (written === null) return null;
  let sure = written;
  let url = written;
  let through: string | null = null;
  for (let depth = 0; depth < DEEPEST && !isIfgHost(url.hostname); depth += 1) {
    const known = readKnown(url);
    const inner = readAddress(known ?? readUnknown(url) ?? '');
    if (inner === null) break;
    if (known === null) through ??= url.hostname;
    url = inner;
    if (through === null) sure = inner;
  }
  return through === null || isIfgHost(url.hostname) ? { url, through } : { url: sure, through: null };
}

/** What an address is known to lead to, in many cases itself; what is only believed to lead on is taken for what it is. */
export function leadsTo(address: string): string {
  const unwrapped = unwrapAddress(address);
  return unwrapped?.through === null ? unwrapped.url.href : address;
}

function readAcrobat(address: string): string | null {
  const shown = address.length > MAX_ADDRESS_LENGTH ? undefined : ACROBAT.exec(address)?.[1];
  return shown === undefined ? null : decodeWritten(shown.trim());
}

function readKnown(url: URL): string | null {
  for (const read of KNOWN) {
    const inner = read(url);
    if (inner !== null) return inner;
  }
  return null;
}

/** A service that is known does not also lead on in other ways. */
function readUnknown(url: URL): string | null {
  const inner = readProxyByName(url) ?? readRedirect(url);
  return inner === null || isServiceHost(url.hostname) ? null : inner;
}
