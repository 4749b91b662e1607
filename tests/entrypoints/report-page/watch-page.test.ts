// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPage } from '../../../entrypoints/report-page/watch-page.ts';

let isHidden = false;
const end = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
  isHidden = false;
  vi.spyOn(Document.prototype, 'hidden', 'get').mockImplementation(() => isHidden);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  document.body.innerHTML = '<main><p>Some words</p></main>';
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.innerHTML = '';
});

test('what a page changes while nobody sees it is read once, when it is seen again', async () => {
  const onText = vi.fn();
  const nothing = () => {};
  watchPage({ onText, onLayout: nothing, onLeave: nothing, onWritten: nothing }, {
    isOver: () => false,
    onEnd: nothing,
    signal: end.signal,
  } as unknown as Parameters<typeof watchPage>[1]);
  const write = () => {
    for (const paragraph of document.querySelectorAll('main p')) paragraph.textContent += ' more';
  };
  write();
  await vi.advanceTimersByTimeAsync(2000);
  expect(onText).toHaveBeenCalledTimes(1);
  isHidden = true;
  for (let times = 0; times < 3; times += 1) {
    write();
    await vi.advanceTimersByTimeAsync(700);
  }
  expect(onText).toHaveBeenCalledTimes(1);
  isHidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(2000);
  expect(onText).toHaveBeenCalledTimes(2);
});
