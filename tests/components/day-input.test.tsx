// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { DayInput } from '../../components/day-input.tsx';
import { clear, showInEnglish } from './in-english.tsx';

afterEach(clear);

test.each([
  ['0026-02-01', '2026-02-01'],
  ['0202-02-01', null],
  ['1999-02-01', null],
  ['2026-02-01', null],
])('a year that is left with two digits is of this century: %s is %s', async (typed, day) => {
  const onChange = vi.fn();
  const root = await showInEnglish(<DayInput id="day" class="" day={null} onChange={onChange} />);
  const field = root.querySelector('input');
  await act(() => {
    if (field !== null) field.value = typed;
    field?.dispatchEvent(new Event('blur'));
  });
  expect(onChange.mock.calls).toEqual(day === null ? [] : [[day]]);
});
