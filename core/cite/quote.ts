import { oneLine } from './one-line.ts';

/**
 * A passage as plain text with where it stands below it, a line each. The passage keeps its own lines; lines of the
 * source that are empty are left out.
 */
export function quote(passage: string, source: readonly string[]): string {
  const lines = source.map(oneLine).filter((line) => line !== '');
  return [`“${passage.trim()}”`, ...lines.map((line) => `— ${line}`)].join('\n');
}
