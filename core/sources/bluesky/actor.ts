import type { Did, Handle } from '../../model/ids.ts';

/** https://atproto.com/specs/did: the two methods that accounts have. */
const DID = /^did:(?:plc:[a-z2-7]{24}|web:[A-Za-z0-9.-]+(?::[A-Za-z0-9._%-]+)*)$/;
/** https://atproto.com/specs/handle */
const HANDLE = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const IN_PROFILE = /^\/profile\/([^/]+)/;
/** Control characters of writing directions, which come along when a handle is copied. */
const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/**
 * The account that is meant by what somebody writes or pastes: a handle with or without `@`, a DID, an address of a
 * profile or a post on any site that shows them as `/profile/…`, an `at://` address, or a website that is a handle itself.
 * Null where it is none of these.
 */
export function readActor(written: string): Did | Handle | null {
  const text = written.replace(UNSEEN, '').trim().replace(/^@/, '');
  if (/^at:\/\//i.test(text)) return readName(text.slice('at://'.length).split('/')[0] ?? '');
  return readName(text) ?? readAddress(text);
}

function readAddress(text: string): Did | Handle | null {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (/[\s@]/.test(text.split('/profile/')[0] ?? '') || !URL.canParse(address)) return null;
  const { hostname, pathname } = new URL(address);
  const [, named] = IN_PROFILE.exec(pathname) ?? [];
  if (named !== undefined) return readName(decode(named).replace(/^@/, ''));
  return pathname === '/' ? readName(hostname) : null;
}

function readName(text: string): Did | Handle | null {
  if (DID.test(text)) return text;
  const handle = text.toLowerCase();
  return HANDLE.test(handle) ? handle : null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
