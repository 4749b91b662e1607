// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { MAX_WORDS } from '../../../core/protocol/bearing-forms.ts';
import { createBlocks } from '../../../entrypoints/bearing/blocks.ts';

/** Adds a text, and counts the steps that it takes. */
function add(text: string) {
  const blocks = createBlocks();
  const steps = blocks.add(document.createTextNode(text), false);
  let count = 1;
  while (steps.next().done !== true) count += 1;
  return { count, ...blocks.read() };
}

test('a text of any length is one block, and read in steps of some thousand words', () => {
  const text = 'Some words. '.repeat(10_000);
  const { count, blocks, words, isCut } = add(text);
  expect(count).toBeGreaterThan(5);
  expect(blocks.map((block) => block.text)).toEqual([text]);
  expect(blocks[0]?.pieces).toHaveLength(1);
  expect([words, isCut]).toEqual([20_000, false]);
});

test('a text that is too long is cut behind the last word that there is room for', () => {
  const { blocks, words, isCut } = add('word '.repeat(MAX_WORDS + 10));
  expect(blocks.map(({ text }) => text)).toEqual(['word '.repeat(MAX_WORDS)]);
  expect([words, isCut]).toEqual([MAX_WORDS, true]);
});

test('a short text is one step', () => {
  expect(add('Some words.')).toMatchObject({ count: 1, words: 2, isCut: false });
});
