// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useToday } from '../../components/use-today.ts';

/** Half a minute before midnight where the reader is. */
const BEFORE_MIDNIGHT = '2026-03-01T10:59:30Z';

let root: HTMLElement;
beforeEach(() => {
  vi.stubEnv('TZ', 'Pacific/Auckland');
  vi.useFakeTimers({ now: Date.parse(BEFORE_MIDNIGHT) });
  root = document.createElement('div');
});
afterEach(async () => {
  await act(() => render(null, root));
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

function Row() {
  return <p>{useToday()}</p>;
}
const show = (...rows: readonly string[]) =>
  act(() =>
    render(
      rows.map((row) => <Row key={row} />),
      root,
    ),
  );
const days = () => [...root.querySelectorAll('p')].map(({ textContent }) => textContent);

test('every row of an open page knows of midnight, and all of them look at the calendar together', async () => {
  await show('a', 'b', 'c');
  expect(days()).toEqual(['2026-03-01', '2026-03-01', '2026-03-01']);
  expect(vi.getTimerCount()).toBe(1);
  await act(() => void vi.advanceTimersByTime(60_000));
  expect(days()).toEqual(['2026-03-02', '2026-03-02', '2026-03-02']);
  await show('b');
  expect(vi.getTimerCount()).toBe(1);
  await show();
  expect(vi.getTimerCount()).toBe(0);
});

test('a page whose timers slept looks when it is seen again', async () => {
  await show('a', 'b');
  vi.setSystemTime(Date.parse('2026-03-02T20:00:00Z'));
  await act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(days()).toEqual(['2026-03-03', '2026-03-03']);
});
