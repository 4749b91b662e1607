import type { BackedUpAccount } from './format.ts';

/** `added`: it is not here; `changed`: the backup read it later; `left`: what is here is as new. */
export type AccountOutcome = 'added' | 'changed' | 'left';

export function outcomeOfAccount(here: Pick<BackedUpAccount, 'readAt'> | null, from: BackedUpAccount): AccountOutcome {
  if (here === null) return 'added';
  return (from.readAt ?? 0) > (here.readAt ?? 0) ? 'changed' : 'left';
}
