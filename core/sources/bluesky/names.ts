import { type AtUri, type Did, type Handle, MAX_ID_LENGTH } from '../../model/ids.ts';
import { textOf } from './fields.ts';

/**
 * UTF-16 units of what becomes a part of ids, as those of feeds and threads. The protocol allows for longer DIDs, and for
 * addresses of 8,192, which nobody has.
 */
const MAX_NAMED = MAX_ID_LENGTH - 100;
export const MAX_HANDLE = 253;
const DID = /^did:[a-z]+:[\w.:%-]*[\w.-]$/;
/** https://atproto.com/specs/handle */
const HANDLE = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const POST = /^at:\/\/(did:[a-z]+:[\w.:%-]*[\w.-])\/app\.bsky\.feed\.post\/[\w.~:-]{1,512}$/;

export function readDid(value: unknown): Did | null {
  const did = textOf(value, MAX_NAMED);
  return did !== null && DID.test(did) ? did : null;
}

/** In lower case. One that is not its account's any more reads `handle.invalid`, as the protocol says it. */
export function readHandle(value: unknown): Handle | null {
  const handle = textOf(value, MAX_HANDLE)?.toLowerCase() ?? '';
  return HANDLE.test(handle) ? handle : null;
}

/** The address of a post, which names its account by a DID; null for any other record. */
export function readPostUri(value: unknown): AtUri | null {
  const uri = textOf(value, MAX_NAMED);
  return uri !== null && POST.test(uri) ? uri : null;
}

/** Whose record a post is. */
export function ownerOf(uri: AtUri): Did | null {
  return POST.exec(uri)?.[1] ?? null;
}
