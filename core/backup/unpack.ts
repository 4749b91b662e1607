import { BackupRefusal } from './fault.ts';

const GZIP = [0x1f, 0x8b] as const;

/** The bytes of a file, unpacked where it is packed. Throws a BackupRefusal where the browser cannot read it; other errors say that it cannot be unpacked. */
export async function* unpackFile(file: Blob): AsyncGenerator<Uint8Array> {
  const head = await readable(file.slice(0, GZIP.length).arrayBuffer());
  const isPacked = GZIP.every((byte, at) => new Uint8Array(head)[at] === byte);
  const bytes: ReadableStream<Uint8Array> = isPacked
    ? file.stream().pipeThrough<Uint8Array>(new DecompressionStream('gzip'))
    : file.stream();
  const reader = bytes.getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    // What is refused in the middle is not unpacked to its end.
    await reader.cancel().catch(() => undefined);
  }
}

async function readable<Value>(reading: Promise<Value>): Promise<Value> {
  return reading.catch(() => {
    throw new BackupRefusal({ kind: 'unreadable' });
  });
}
