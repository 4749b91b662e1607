import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** 64 bits: among a million things two are alike once in 37 million libraries. */
const DIGITS = 16;

/** Sixteen hexadecimal digits that stand for these texts in this order, the same wherever and whenever they are made. */
export function hashOf(...parts: readonly string[]): string {
  // As JSON, so that what ends one part cannot begin the next.
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, DIGITS);
}

/** As many digits of a hash as a number holds exactly: 52 bits. */
const EXACT_DIGITS = 13;

/** A number that stands for a text, and that nobody can choose. */
export function hashNumberOf(text: string): number {
  return Number.parseInt(hashOf(text).slice(0, EXACT_DIGITS), 16);
}
