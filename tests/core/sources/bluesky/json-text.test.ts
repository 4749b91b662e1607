import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../../../../core/sources/bluesky/json-text.ts';

test.each([
  ['{"a":x}', 'unexpected', 1, 6],
  ['{"a":\n [1,]}', 'unexpected', 2, 5],
  ['{"a":1,}', 'unexpected', 1, 8],
  ['{a:1}', 'unexpected', 1, 2],
  ['{"a" 1}', 'unexpected', 1, 6],
  ['[1 2]', 'unexpected', 1, 4],
  ['[1]]', 'unexpected', 1, 4],
  ['[1}', 'unexpected', 1, 3],
  ['["a\tb"]', 'unexpected', 1, 2],
  ['["\\x"]', 'unexpected', 1, 2],
  ['[01]', 'unexpected', 1, 3],
  ['[]\n\nx', 'unexpected', 3, 1],
  ['', 'cut', 1, 1],
  ['[1,\n2', 'cut', 2, 2],
  ['["abc', 'cut', 1, 6],
  ['["abc\\u12', 'cut', 1, 10],
  ['[tru', 'cut', 1, 5],
  ['[-', 'cut', 1, 3],
])('%j: %s at line %i, column %i', (text, kind, line, column) => {
  expect(parseJson(text)).toEqual({ ok: false, error: { kind, place: { kind: 'line', line, column } } });
});

const json = fc.json();

test('any JSON is read as browsers read it, and is cut wherever it ends too early', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 2), fc.nat(), (value, space, at) => {
      const text = JSON.stringify(value, null, space);
      expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      expect(parseJson(text.slice(0, at % text.length))).toMatchObject({ error: { kind: 'cut' } });
    }),
    { numRuns: 1_000 },
  );
});

test('a text is refused where browsers refuse it, and only there', () => {
  const letters = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    'u',
    '1',
    '0',
    '-',
    '.',
    'e',
    'null',
    ' ',
    '\n',
  );
  fc.assert(
    fc.property(json, fc.nat(), fc.nat(2), letters, (text, place, removed, put) => {
      const at = place % (text.length + 1);
      const changed = text.slice(0, at) + put + text.slice(at + removed);
      expect(parseJson(changed).ok).toBe(isJson(changed));
    }),
    { numRuns: 2_000 },
  );
});

test('lists within lists and millions of lists are refused before they are made', () => {
  const tooDeep = '['.repeat(1_000_000);
  expect(parseJson(tooDeep)).toMatchObject({ error: { kind: 'too-big', place: { column: 101 } } });
  expect(parseJson(`[${'[],'.repeat(4_000_000)}[]]`)).toMatchObject({ error: { kind: 'too-big' } });
}, 30_000);

test('a text of megabytes in one value takes no room of its own', () => {
  const text = JSON.stringify(`${'a'.repeat(5_000_000)}\\${'é"'.repeat(1_000_000)}`);
  expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
