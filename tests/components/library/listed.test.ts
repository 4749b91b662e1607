import { expect, test, vi } from 'vitest';
import { listDay, listMonth, listNumber } from '../../../components/library/listed.ts';

test('what lists show is as it is shown elsewhere, in each language and form', () => {
  expect(listDay('2025-11-03', 'en-GB')).toBe('3 Nov 2025');
  expect(listDay('2025-11-03', 'cy')).toBe('3 Tach 2025');
  expect(listMonth('2025-11', 'en-GB')).toBe('November 2025');
  expect(listMonth('2025-11', 'en-GB', 'alone')).toBe('November');
  expect(listNumber(1234, 'en-GB')).toBe('1,234');
});

test('no form is made for what was shown before', () => {
  listDay('2025-11-04', 'en-GB');
  const forms = vi.spyOn(Intl, 'DateTimeFormat');
  expect(listDay('2025-11-04', 'en-GB')).toBe('4 Nov 2025');
  expect(forms).not.toHaveBeenCalled();
  listDay('2025-11-05', 'en-GB');
  expect(forms).toHaveBeenCalled();
  forms.mockRestore();
});
