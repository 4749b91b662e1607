import type { KeepingFailure } from '../../../core/protocol/own.ts';

/** Browsers tell a full disk by different names, and only in words where it is `storage.local`'s. */
const FULL = /quota|no.?space|disk.*full/i;

/** Why a store failed, from what it rejected with. */
export function failureOf(error: unknown): KeepingFailure {
  const { name = '', message = '' } = Object(error) as { readonly name?: unknown; readonly message?: unknown };
  if (FULL.test(`${name} ${message}`)) return 'full';
  if (name === 'VersionError') return 'newer';
  return name === 'TimeoutError' ? 'unanswered' : 'refused';
}

/** Milliseconds in which a store has to answer. */
const PATIENCE = 3000;

/** What a store answers in time; rejects where it does not. */
export async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new DOMException('It does not answer.', 'TimeoutError')), PATIENCE);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
