import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDayOfMoment, dayOfMoment, momentOf, writeDay } from '../../../core/text/minutes.ts';

afterEach(() => vi.unstubAllEnvs());

// A clock that is changed by half an hour, one that is changed at midnight, and one that leaves out a day.
describe.each(['Europe/London', 'Australia/Lord_Howe', 'Africa/Cairo', 'Pacific/Apia'])('in %s', (zone) => {
  beforeEach(() => vi.stubEnv('TZ', zone));

  test('many moments have the days that each has by itself', () => {
    const dayOf = createDayOfMoment();
    const moment = fc.integer({ min: -(2 ** 26), max: 2 ** 27 });
    fc.assert(
      fc.property(moment, (each) => {
        expect(dayOf(each)).toBe(dayOfMoment(each));
      }),
      { numRuns: 2000 },
    );
  });
});

test('an instant has its day where the reader is, a time without a zone the day that it says', () => {
  vi.stubEnv('TZ', 'Pacific/Auckland');
  const dayOf = createDayOfMoment();
  expect(writeDay(dayOf(momentOf('2025-06-01T23:30:00.000Z')))).toBe('2025-06-02');
  expect(writeDay(dayOf(momentOf('2025-06-01T23:30')))).toBe('2025-06-01');
});
