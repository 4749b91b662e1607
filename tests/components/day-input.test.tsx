// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { DayInput } from '../../components/day-input.tsx';
import type { IsoDate } from '../../core/model/ids.ts';
import { clear, showInEnglish } from './in-english.tsx';

afterEach(clear);

const onChange = vi.fn();
const inputFor = (day: IsoDate | null) => (
  <DayInput id="day" class="" faultClass="fault" day={day} onChange={onChange} />
);

async function show(day: IsoDate | null) {
  onChange.mockClear();
  const root = await showInEnglish(inputFor(day));
  const field = root.querySelector('input') ?? expect.unreachable();
  // The stand-in for a page knows no bounds of days; the YYYY-MM-DD of ISO sort as days do.
  Object.defineProperty(field, 'validity', {
    get: () => ({ valid: field.value === '' || (field.value >= field.min && field.value <= field.max) }),
  });
  const put = (value: string, ...events: readonly string[]) =>
    act(() => {
      field.value = value;
      for (const event of events) field.dispatchEvent(new Event(event));
    });
  const faults = () => [...root.querySelectorAll('.fault')].map(({ textContent }) => textContent);
  return { field, put, faults };
}

test.each([
  ['0026-02-01', '2026-02-01'],
  ['0097-02-01', '2097-02-01'],
  ['0002-02-01', null],
  ['0202-02-01', null],
  ['1899-02-01', null],
])('a year that is left with two digits is of this century: %s is %s', async (typed, day) => {
  const { put, faults } = await show(null);
  await put(typed, 'blur');
  expect(onChange.mock.calls).toEqual(day === null ? [] : [[day]]);
  expect(faults()).toHaveLength(day === null ? 1 : 0);
});

test.each(['1900-01-01', '1997-05-01', '2026-02-01', '2999-12-31'])('%s is kept', async (day) => {
  const { put, faults } = await show(null);
  await put(day, 'change', 'blur');
  expect([onChange.mock.calls, faults()]).toEqual([[[day]], []]);
});

test('what is not kept is said once the field is left, until a day is there', async () => {
  const { put, faults } = await show('2026-03-01');
  await put('3026-03-01', 'change');
  expect([onChange.mock.calls, faults()]).toEqual([[], []]);
  await put('3026-03-01', 'blur');
  expect(faults()).toEqual(['Not saved: this needs a whole day, between 1900 and 2999.']);
  await put('2026-03-02', 'change', 'blur');
  expect([onChange.mock.calls, faults()]).toEqual([[['2026-03-02']], []]);
});

test('what is being typed is not written over by what was kept of it, but by another day from elsewhere', async () => {
  const { field, put } = await show('2026-03-01');
  await put('2026-04-13', 'change');
  await put('0020-04-13', 'change');
  await showInEnglish(inputFor('2026-04-13'));
  expect(field.value).toBe('0020-04-13');
  await showInEnglish(inputFor('2025-01-01'));
  expect(field.value).toBe('2025-01-01');
});
