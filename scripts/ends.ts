import { getSystemErrorMessage } from 'node:util';
import { Refusal } from './refusal.ts';

/**
 * How every script ends that `run.mjs` starts: quietly where nobody reads on, with one sentence where its user can mend
 * what is wrong, with a stack where the script itself is.
 */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.on('uncaughtException', (error: unknown) => {
  const sentence = sentenceOf(error);
  console.error(sentence ?? error);
  process.exit(sentence === null ? 1 : 2);
});

/** What the script's user can mend: its arguments, a file that cannot be read; null for all else. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof Refusal) return error.message;
  if (!(error instanceof Error)) return null;
  const { code = '', path, errno } = error as NodeJS.ErrnoException;
  if (code.startsWith('ERR_PARSE_ARGS')) return error.message;
  return path !== undefined && errno !== undefined ? `${path}: ${getSystemErrorMessage(errno)}` : null;
}
