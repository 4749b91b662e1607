import { getSystemErrorMessage } from 'node:util';
import { Refusal } from './refusal.ts';

/** How every script fails: with one sentence where its user can mend what is wrong, with a stack where it is wrong itself. */
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
