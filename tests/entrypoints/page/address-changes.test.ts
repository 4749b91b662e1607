// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onAddressChange } from '../../../page/address-changes.ts';

const callback = vi.fn();
let isOver = false;

beforeEach(() => {
  vi.useFakeTimers();
  callback.mockClear();
  isOver = false;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('where the browser tells of navigations, each to another address is passed on until it is over', () => {
  const navigation = new EventTarget();
  vi.stubGlobal('Navigation', EventTarget);
  vi.stubGlobal('navigation', navigation);
  onAddressChange(callback, () => isOver);
  // The page that stands in makes timers of its own where its address becomes another.
  expect(vi.getTimerCount()).toBe(0);
  const goTo = (address: string) => {
    history.replaceState({ scroll: 1 }, '', address);
    navigation.dispatchEvent(new Event('currententrychange'));
  };
  goTo('/one');
  expect(callback).toHaveBeenCalledTimes(1);
  for (const same of ['/one', '/one#place', '/one#', '/one']) goTo(same);
  expect(callback).toHaveBeenCalledTimes(1);
  goTo('/one?page=2');
  expect(callback).toHaveBeenCalledTimes(2);
  isOver = true;
  goTo('/two');
  expect(callback).toHaveBeenCalledTimes(2);
});

test('elsewhere another address is seen soon, once, until it is over', () => {
  vi.stubGlobal('Navigation', undefined);
  onAddressChange(callback, () => isOver);
  vi.advanceTimersByTime(2000);
  expect(callback).not.toHaveBeenCalled();
  history.pushState(null, '', '/?one');
  vi.advanceTimersByTime(2000);
  expect(callback).toHaveBeenCalledTimes(1);
  history.replaceState(null, '', '/?two');
  window.dispatchEvent(new Event('popstate'));
  expect(callback).toHaveBeenCalledTimes(2);
  isOver = true;
  history.pushState(null, '', '/?three');
  vi.advanceTimersByTime(2000);
  expect(callback).toHaveBeenCalledTimes(2);
  expect(vi.getTimerCount()).toBe(0);
});
