import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** 64 bits: among a million things two are alike once in 37 million libraries. */
const DIGITS = 16;

/** Sixteen hexadecimal digits that stand for these texts in this order, the same wherever and whenever they are made. */
export function hashOf(...parts: readonly string[]): string {
  // As JSON, so that what ends one part cannot begin the next.
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, DIGITS);
}
