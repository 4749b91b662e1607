import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotes, quoteOf, type TextStretch } from '../../../core/bearing/quote.ts';
import { atOnce } from '../../../core/steps.ts';

const BLOCKS = [
  'The Government accepts this in full.',
  '',
  'It   will\n  publish the pro\u00adcurement pipe\u200bline by June.',
  'The Government accepts this in part. It will not legislate.',
];

function find(exact: string, prefix = '', suffix = '', blocks: readonly string[] = BLOCKS) {
  const [found = null] = atOnce(findQuotes(blocks, [{ exact, prefix, suffix }]));
  return found;
}

function said({ start, end }: TextStretch, blocks: readonly string[] = BLOCKS): string {
  if (start.block === end.block) return (blocks[start.block] ?? '').slice(start.offset, end.offset);
  const between = blocks.slice(start.block + 1, end.block);
  return [
    (blocks[start.block] ?? '').slice(start.offset),
    ...between,
    (blocks[end.block] ?? '').slice(0, end.offset),
  ].join('|');
}

function saidWhereFound(...quote: Parameters<typeof find>): string | null {
  const found = find(...quote);
  return found && said(found);
}

describe('a quotation', () => {
  test('is found in the words of the page, however these are laid out there', () => {
    expect(saidWhereFound('It will publish the procurement pipeline by June.')).toBe(BLOCKS[2]);
    expect(saidWhereFound('publish the procurement')).toBe('publish the pro\u00adcurement');
  });

  test('is that one of several with the same around it', () => {
    expect(find('The Government accepts this', '', ' in part.')?.start.block).toBe(3);
    expect(find('The Government accepts this', '', ' in full.')?.start.block).toBe(0);
    expect(find('accepts this', 'pipeline by June. The Government ')?.start.block).toBe(3);
  });

  test('is the first where nothing around it tells', () => {
    expect(find('The Government accepts this')?.start).toEqual({ block: 0, offset: 0 });
  });

  test('may go over several blocks', () => {
    expect(saidWhereFound('in full. It will publish')).toBe('in full.||It   will\n  publish');
  });

  test.each(['another text', '', ' \n', '\u200b', 'The Government rejects this'])(
    'that is not there is not found: %j',
    (exact) => {
      expect(find(exact)).toBeNull();
    },
  );

  test('is looked for among a thousand places at most, and found all the same', () => {
    const blocks = Array.from({ length: 5000 }, () => 'a');
    expect(find('a', 'b', 'b', blocks)).toEqual({ start: { block: 0, offset: 0 }, end: { block: 0, offset: 1 } });
  });

  test('is found in a block that is read in several pieces, a step each, also where it lies in two', () => {
    const block = `${'Words and more words. '.repeat(905)}Here it stands. ${'Others follow. '.repeat(3000)}`;
    const start = block.indexOf('Here it stands.');
    expect(start).toBeLessThan(20_000);
    const exact = block.slice(start, start + 150);
    const steps = findQuotes(['Before.', block], [{ exact, prefix: '', suffix: '' }]);
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count += 1;
    expect(count).toBeGreaterThan(4);
    const [found] = step.value;
    expect(found).toEqual({
      start: { block: 1, offset: start },
      end: { block: 1, offset: start + exact.trimEnd().length },
    });
  });

  test('of any stretch of a page is found where it was', () => {
    const block = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\u00ad', '😀', 'c'), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), fc.nat(), (blocks, ...at) => {
        const place = at[0] % blocks.length;
        const text = blocks[place] ?? '';
        const [start = 0, end = 0] = [at[1] % (text.length + 1), at[2] % (text.length + 1)].sort((a, b) => a - b);
        const quote = quoteOf(text, start, end);
        const [found = null] = atOnce(findQuotes(blocks, [quote]));
        const letters = (of: string) => of.replace(/[\s\u00ad|]/g, '');
        expect(found === null ? '' : letters(said(found, blocks))).toBe(letters(quote.exact));
      }),
    );
  });
});

test('a quotation has up to 32 units before and behind it', () => {
  const block = `${'x'.repeat(40)} word  here ${'y'.repeat(40)}`;
  expect(quoteOf(block, 41, 51)).toEqual({
    exact: 'word here',
    prefix: `${'x'.repeat(31)} `,
    suffix: ` ${'y'.repeat(31)}`,
  });
});

test('what is around a quotation begins and ends with whole letters', () => {
  const said = 'The government accepts this.';
  const block = `🙂${'x'.repeat(31)}${said}${'y'.repeat(31)}🙂`;
  const start = block.indexOf(said);
  expect(quoteOf(block, start, start + said.length)).toEqual({
    exact: said,
    prefix: 'x'.repeat(31),
    suffix: 'y'.repeat(31),
  });
});
