import { createHash } from 'node:crypto';
import type { Archive } from './archives.ts';

/** What `sha256sum --check` reads. */
export function checksumsOf(archives: readonly Archive[]): string {
  return archives
    .map(({ name, content }) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`)
    .join('');
}
