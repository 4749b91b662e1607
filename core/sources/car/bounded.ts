/**
 * Whether a piece of CBOR is one value, whose lists and maps together promise no more parts than it has bytes. What decodes
 * it makes room for each list as it begins: lists within lists that all promise a million parts would take all memory.
 */
export function isBounded(bytes: Uint8Array): boolean {
  let at = 0;
  let owed = 1;
  while (owed > 0 && owed <= bytes.length - at) {
    const first = bytes[at] ?? 0;
    const kind = first >> 5;
    const size = sizeOf(first);
    if (size === null) return false;
    // Of simple values and floats this is the value itself.
    const argument = kind === SIMPLE ? 0 : readArgument(bytes, at, size);
    at += 1 + size;
    owed += partsOf(kind, argument) - 1;
    if (kind === BYTES || kind === TEXT) at += argument;
  }
  return owed === 0 && at === bytes.length;
}

const BYTES = 2;
const TEXT = 3;
const LIST = 4;
const MAP = 5;
const TAG = 6;
const SIMPLE = 7;

/** How many bytes of an argument follow the first; null where there is none of that kind in DAG-CBOR. */
function sizeOf(first: number): number | null {
  const info = first & 0x1f;
  if (info < 24) return 0;
  return info < 28 ? 1 << (info - 24) : null;
}

function readArgument(bytes: Uint8Array, at: number, size: number): number {
  if (size === 0) return (bytes[at] ?? 0) & 0x1f;
  let argument = 0;
  for (let index = 1; index <= size; index++) argument = argument * 256 + (bytes[at + index] ?? 0);
  return argument;
}

function partsOf(kind: number, argument: number): number {
  if (kind === LIST) return argument;
  if (kind === MAP) return 2 * argument;
  return kind === TAG ? 1 : 0;
}
