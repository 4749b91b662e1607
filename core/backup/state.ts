import type { LeftOff, Removal } from '../protocol/backup.ts';
import type { BackupFault } from './fault.ts';
import type { BackupHead } from './format.ts';
import type { RestorePlan } from './plan.ts';

/** How a backup that is made goes; null where none was made yet. */
export type MakingState =
  | { readonly kind: 'making' | 'failed' | 'too-big' }
  /** `size` in bytes. */
  | { readonly kind: 'made'; readonly name: string; readonly size: number };

/**
 * Why a sound backup was not restored. `not-stored`: the browser does not store what it holds; `replaced`: another was
 * opened in the meantime.
 */
export type RestoreFault = BackupFault | { readonly kind: 'not-stored' | 'replaced' };

/** How far a backup has been restored. */
export type RestoreState =
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly fault: RestoreFault }
  | {
      readonly kind: 'planned';
      readonly name: string;
      readonly head: BackupHead;
      readonly plan: RestorePlan;
      /** What it is begun in place of. */
      readonly leftOff: LeftOff;
    }
  /** `goes-on`: it is not done yet, and goes on by itself. */
  | { readonly kind: 'restoring' | 'goes-on'; readonly name: string }
  /** `keptOut`: kept posts that there was no room for; `leftDeleted`: what was deleted here since, and stays so. */
  | { readonly kind: 'done'; readonly name: string; readonly keptOut: number; readonly leftDeleted: number };

/** What becomes of what is removed; `taking-back` and `not-back`: it is not there again yet. */
export interface RemovalState {
  readonly what: Removal;
  /** What it was begun in place of. */
  readonly leftOff?: LeftOff;
  readonly kind: 'removing' | 'failed' | 'goes-on' | 'removed' | 'taking-back' | 'not-back' | 'back';
}
