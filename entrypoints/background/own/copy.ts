import type { KeptRecord, NewerRecord, OwnId, OwnRecord } from '../../../core/model/own.ts';
import { ownRecord } from '../../../core/own/forms.ts';
import { hashOf } from '../../../core/text/hash.ts';

/** A record as each store keeps it: as JSON, which holds any text in any browser, with a hash that tells damage. */
export interface Copy {
  readonly id: OwnId;
  readonly text: string;
  readonly hash: string;
}

/** What a store holds of a record. `newer`: whole, in a form that a later version of the extension made. */
export type ReadCopy =
  | { readonly kind: 'whole'; readonly record: OwnRecord }
  | { readonly kind: 'newer'; readonly record: NewerRecord }
  | { readonly kind: 'damaged'; readonly raw: unknown };

export function copyOf(record: KeptRecord): Copy {
  const text = record.kind === 'newer' ? record.text : JSON.stringify(record);
  return { id: record.id, text, hash: hashOf(record.id, text) };
}

/** Reads what a store holds under an id, whatever it is. */
export function readCopy(id: OwnId, raw: unknown): ReadCopy {
  const { text, hash } = Object(raw) as Partial<Record<keyof Copy, unknown>>;
  if (typeof text !== 'string' || hash !== hashOf(id, text)) return { kind: 'damaged', raw };
  try {
    const record = ownRecord(JSON.parse(text));
    return record?.id === id ? { kind: 'whole', record } : { kind: 'newer', record: { kind: 'newer', id, text } };
  } catch {
    return { kind: 'damaged', raw };
  }
}
