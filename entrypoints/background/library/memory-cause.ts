import type { MemoryCause } from '../../../core/protocol/library-state.ts';

/** The names of browsers' errors. What is not among them is a fault of the extension's own. */
const CAUSES: ReadonlyMap<unknown, MemoryCause> = new Map([
  ['VersionError', 'newer'],
  ['TimeoutError', 'unanswered'],
  // What was to be stored was damaged already.
  ['DataError', 'damaged'],
  // By a policy, in a private window, on a full disk, in a broken profile.
  ...['AbortError', 'InvalidStateError', 'NotAllowedError', 'QuotaExceededError', 'SecurityError', 'UnknownError'].map(
    (name) => [name, 'refused'] as const,
  ),
]);

/** Why the library is not kept, from what storing or reading it failed with. */
export function causeOf(error: unknown): MemoryCause {
  return CAUSES.get(Object(error).name) ?? 'failed';
}
