import type { Failure } from '../../../core/network/failure.ts';
import type { AccountRefusal } from '../../../core/protocol/accounts.ts';
import { fail, type Result } from '../../../core/result.ts';

/** What the network says of an account that it does not show. */
export function refusalOf(failure: Failure): AccountRefusal {
  return failure.kind === 'status' && failure.status === 400 ? { kind: 'not-found' } : { kind: 'failed', failure };
}

/** What the browser does not store is told as that. */
export async function storedOrRefused<Value>(
  act: () => Promise<Result<Value, AccountRefusal>>,
): Promise<Result<Value, AccountRefusal>> {
  try {
    return await act();
  } catch (error) {
    console.error('IfG Gloss cannot store what came of an account:', error);
    return fail({ kind: 'not-stored' });
  }
}

/** Of reading that goes on after an answer, nobody waits for the end. */
export function tellUnread(error: unknown): void {
  console.error('IfG Gloss cannot read accounts:', error);
}
