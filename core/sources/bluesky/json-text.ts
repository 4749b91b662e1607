import { fail, type Result, succeed } from '../../result.ts';
import type { ImportFault, ImportFaultKind } from '../import-state.ts';

/** All but quotation marks, backslashes and control characters. */
const PLAIN = '[ -!#-\\[\\]-\\uffff]*';
const OPEN_TEXT = `"${PLAIN}(?:\\\\(?:["\\\\/bfnrt]|u[\\da-fA-F]{4})${PLAIN})*`;
const NUMBER = '-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';
const TOKEN = new RegExp(`([{}[\\],:])|(${OPEN_TEXT}")|(?:${NUMBER}|true|false|null)`, 'y');
/** What may be the beginning of a token where a text is cut. */
const BROKEN_OFF = new RegExp(`(?:${OPEN_TEXT}(?:\\\\(?:u[\\da-fA-F]{0,3})?)?|[a-z\\d.+-]*)$`, 'iy');
const SPACE = /[ \t\n\r]*/y;

/** Tokens by what they begin with, `0` for numbers, `true` and the like. */
const VALUE = '{["0';
/** Lists and objects within one another; answers have about ten. */
const MAX_DEPTH = 100;
/** Lists and objects of a text; a post has about 60. */
const MAX_PARTS = 3_000_000;

/**
 * Reads JSON that may be anything: where it is none, or has more parts than memory is made for, it is said where. Browsers
 * name the place of some faults only.
 */
export function parseJson(text: string): Result<unknown, ImportFault> {
  const fault = findFault(text);
  return fault === null ? succeed(JSON.parse(text)) : fail(fault);
}

function findFault(text: string): ImportFault | null {
  const around: string[] = [];
  let expected = VALUE;
  let parts = 0;
  let at = endOf(SPACE, text, 0);
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === null && expected !== '' && endOf(BROKEN_OFF, text, at) > at) break;
    if (kind === null || !expected.includes(kind)) return faultAt(text, at, 'unexpected');
    if (kind === '{' || kind === '[') {
      around.push(kind);
      parts += 1;
      if (around.length > MAX_DEPTH || parts > MAX_PARTS) return faultAt(text, at, 'too-big');
    }
    if (kind === '}' || kind === ']') around.pop();
    const isKey = kind === '"' && !expected.includes('0');
    expected = isKey ? ':' : expectedAfter(kind, around.at(-1));
    at = endOf(SPACE, text, TOKEN.lastIndex);
  }
  return expected === '' ? null : faultAt(text, text.length, 'cut');
}

function expectedAfter(kind: string, around: string | undefined): string {
  if (kind === '{') return '"}';
  if (kind === '[') return `${VALUE}]`;
  if (kind === ':') return VALUE;
  if (kind === ',') return around === '{' ? '"' : VALUE;
  // After a value.
  if (around === undefined) return '';
  return around === '{' ? ',}' : ',]';
}

/** The kind of the token there, whose end the pattern keeps; null where there is none. */
function kindAt(text: string, at: number): string | null {
  TOKEN.lastIndex = at;
  const found = TOKEN.exec(text);
  return found && (found[1] ?? (found[2] === undefined ? '0' : '"'));
}

/** Where a stretch of such characters that begins there ends. */
function endOf(stretch: RegExp, text: string, at: number): number {
  stretch.lastIndex = at;
  return stretch.test(text) ? stretch.lastIndex : at;
}

function faultAt(text: string, at: number, kind: ImportFaultKind): ImportFault {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { kind, place: { kind: 'line', line, column: at - before.lastIndexOf('\n') } };
}
