import { expect, test, vi } from 'vitest';
import { onFirstUse } from '../../core/on-first-use.ts';

/** The texts whose stems were asked for. */
const asked = vi.hoisted((): string[] => []);
vi.mock('../../core/text/words.ts', async (importOriginal) => {
  const words = await importOriginal<typeof import('../../core/text/words.ts')>();
  return {
    ...words,
    stemsOf(text: string) {
      asked.push(text);
      return words.stemsOf(text);
    },
  };
});

test('it is made once, and not before it is asked for', () => {
  const make = vi.fn(() => null);
  const get = onFirstUse(make);
  expect(make).not.toHaveBeenCalled();
  expect([get(), get()]).toEqual([null, null]);
  expect(make).toHaveBeenCalledTimes(1);
});

test('what could not be made is tried again', () => {
  let isBroken = true;
  const get = onFirstUse(() => {
    if (isBroken) throw new Error('broken');
    return 1;
  });
  expect(get).toThrow('broken');
  isBroken = false;
  expect(get()).toBe(1);
});

test('the background has no word’s stem looked for while it is read, which would delay each waking', async () => {
  vi.stubGlobal('chrome', { runtime: { id: 'gloss' } });
  vi.stubGlobal('browser', { runtime: { id: 'gloss' } });
  await import('../../entrypoints/background/index.ts');
  vi.unstubAllGlobals();
  expect(asked).toEqual([]);
});
