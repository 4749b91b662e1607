// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { CardBar } from '../../components/card-bar.tsx';
import { findFaults } from './find-faults.ts';
import { clear, showInEnglish } from './in-english.tsx';

afterEach(clear);

const show = (isPinned = false) => {
  const done = { onPin: vi.fn(), onClose: vi.fn(), onStep: vi.fn() };
  return showInEnglish(<CardBar isPinned={isPinned} {...done} />).then((root) => ({ root, ...done }));
};

test('pins and closes', async () => {
  const { root, onPin, onClose } = await show();
  root.querySelector<HTMLElement>('.pin')?.click();
  root.querySelector<HTMLElement>('.close')?.click();
  expect([onPin, onClose].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  expect(await findFaults(root)).toEqual([]);
});

test.each([true, false])('says whether it is pinned: %s', async (isPinned) => {
  const { root } = await show(isPinned);
  expect(root.querySelector('.pin')?.getAttribute('aria-pressed')).toBe(String(isPinned));
});

test('arrow keys on the handle move it, and other keys do what they do', async () => {
  const { root, onStep } = await show();
  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Tab', 'Enter'];
  const left = keys.filter((key) =>
    root
      .querySelector('.handle')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
  );
  expect(onStep.mock.calls).toEqual([
    [-24, 0],
    [24, 0],
    [0, -24],
    [0, 24],
  ]);
  expect(left).toEqual(['Tab', 'Enter']);
});
