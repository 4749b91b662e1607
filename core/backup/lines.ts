import { BackupRefusal } from './fault.ts';
import { MOST_BYTES, MOST_HEAD_BYTES, MOST_LINE_BYTES } from './format.ts';

const LINE_END = 0x0a;

/** The bytes of each line with its end, numbered from 1; the last may have none. Throws a BackupRefusal where they are too many. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly number: number; readonly bytes: Uint8Array }> {
  let number = 1;
  let total = 0;
  let begun: Uint8Array[] = [];
  let length = 0;
  const add = (piece: Uint8Array) => {
    begun.push(piece);
    length += piece.length;
    if (length > MOST_HEAD_BYTES && number === 1) throw new BackupRefusal({ kind: 'foreign' });
    if (length > MOST_LINE_BYTES) throw new BackupRefusal({ kind: 'too-big', line: number });
  };
  const take = () => {
    const line = { number, bytes: begun.length === 1 ? (begun[0] ?? new Uint8Array()) : joinBytes(begun, length) };
    number += 1;
    begun = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > MOST_BYTES) throw new BackupRefusal({ kind: 'too-big', line: number });
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, from)) {
      add(chunk.subarray(from, end + 1));
      yield take();
      from = end + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

function joinBytes(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
