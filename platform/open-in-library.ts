import type { AskedLink } from '../core/protocol/marks.ts';
import { ask } from './ask.ts';

/** For scripts in pages: has the library opened at what a link leads to. */
export async function openInLibrary({ address, text }: AskedLink): Promise<void> {
  // Where that fails there is no extension any more, and what was clicked goes too.
  await ask('openInLibrary', { address, text }).catch(() => null);
}
