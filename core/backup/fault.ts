import type { Section } from './format.ts';

/**
 * Why nothing of a file was restored; lines count from 1.
 * `unreadable`: the browser cannot read it; `foreign`: it is no backup; `newer`: a later version of the extension made it;
 * `damaged`: it cannot be unpacked, or its bytes are no text, from that line on; `cut`: it ends too early; `unexpected`:
 * something else stands there than a backup has; `changed`: a section is not what was written; `too-big`: unpacked, it is
 * larger than is read.
 */
export type BackupFault =
  | { readonly kind: 'unreadable' | 'foreign' }
  | { readonly kind: 'newer'; readonly madeBy: string }
  | { readonly kind: 'damaged' | 'cut' | 'too-big'; readonly line: number }
  | { readonly kind: 'unexpected'; readonly line: number; readonly section: Section | null }
  | { readonly kind: 'changed'; readonly section: Section | 'head' };

/** Ends the reading of a backup. */
export class BackupRefusal extends Error {
  readonly fault: BackupFault;

  constructor(fault: BackupFault) {
    super(fault.kind);
    this.fault = fault;
  }
}
