import type { Failure } from '../network/failure.ts';
import type { AskedSource, LinkedBySource, LinkedByState } from '../protocol/linked-by.ts';

/** A source that answered to the end, or not because of a failure. */
export function askedSource(name: LinkedBySource, found: number, failure: Failure | null): AskedSource {
  const again = failure !== null && 'until' in failure ? failure.until : null;
  return { name, state: failure === null ? 'answered' : stateOf(failure), failure, again, found };
}

/** What ends an answer that goes on is our own patience. */
function stateOf(failure: Failure): LinkedByState {
  switch (failure.kind) {
    case 'limited':
      return 'too-many';
    case 'status':
      return failure.status === 429 ? 'too-many' : 'refused';
    case 'unreadable':
    case 'redirected':
      return 'refused';
    case 'too-large':
    case 'cancelled':
      return 'cut';
    default:
      return 'not-reached';
  }
}
