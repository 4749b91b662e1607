import { MAX_NAME_LENGTH } from '../sources/limits.ts';
import type { LinkedByRequests } from './linked-by.ts';
import { type Read, shape, text, whole } from './shapes.ts';
import type { RequestOf } from './wire.ts';

/** UTF-16 units; what is longer than an address can be is refused as none. */
const MAX_ASKED_LENGTH = 10_000;

const asked = shape({ address: text(MAX_ASKED_LENGTH) });
const named = shape({ uri: text(MAX_NAME_LENGTH) });

type Forms = { readonly [Name in keyof LinkedByRequests]: Read<RequestOf<LinkedByRequests, Name>> };

/** The form of each request about who links to a page. */
export const LINKED_BY_FORMS: Forms = {
  askLinkedBy: asked,
  readLinkedBy: asked,
  keepPost: named,
  dropKeptPost: named,
  listKeptPosts: shape({ start: whole }),
};
