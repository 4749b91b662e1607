// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { busiestOf, fillMonths, spanOf } from '../../../../components/library/browse/months.ts';
import { MonthsPicture } from '../../../../components/library/browse/months-picture.tsx';
import { findFaults } from '../../find-faults.ts';
import { clear, showInEnglish } from '../../in-english.tsx';

afterEach(clear);

const MONTHS = [
  { month: '2025-01', posts: 12 },
  { month: '2024-11', posts: 3 },
  { month: '2025-03', posts: 12 },
];
const barsIn = (root: Element) => (root.querySelector('path')?.getAttribute('d') ?? '').split('z').filter(Boolean);

describe('months', () => {
  test('a span goes from the first month with posts to the last, in whichever order they come', () => {
    expect(spanOf([...MONTHS, { month: '2026-01', posts: 0 }])).toEqual({ first: '2024-11', last: '2025-03' });
    expect(spanOf([])).toBeNull();
  });

  test('months without posts stand between the others, also over the end of a year', () => {
    expect(fillMonths(MONTHS, { first: '2024-11', last: '2025-03' })).toEqual([
      { month: '2024-11', posts: 3 },
      { month: '2024-12', posts: 0 },
      { month: '2025-01', posts: 12 },
      { month: '2025-02', posts: 0 },
      { month: '2025-03', posts: 12 },
    ]);
  });

  test('of two months with as many posts, the earlier is the busiest', () => {
    expect(busiestOf(MONTHS)).toEqual({ month: '2025-01', posts: 12 });
  });
});

describe('the picture of them', () => {
  test('is an image with a sentence for its name', async () => {
    const root = await showInEnglish(<MonthsPicture months={MONTHS} />);
    const picture = root.querySelector('svg');
    expect(picture?.getAttribute('role')).toBe('img');
    expect(picture?.getAttribute('aria-label')).toBe(
      '27 posts, from November 2024 to March 2025; the most in January 2025: 12',
    );
    expect(await findFaults(root)).toEqual([]);
  });

  test('has a bar for each month with posts, as high as there are many, and gaps between', async () => {
    const root = await showInEnglish(<MonthsPicture months={MONTHS} />);
    expect(barsIn(root)).toEqual(['M0 16v-4h0.75v4', 'M2 16v-16h0.75v16', 'M4 16v-16h0.75v16']);
    expect(root.querySelector('path')?.getAttribute('fill')).toBe('currentColor');
  });

  test('a single post is seen beside a thousand', async () => {
    const months = [
      { month: '2025-01', posts: 1 },
      { month: '2025-02', posts: 1000 },
    ];
    const root = await showInEnglish(<MonthsPicture months={months} />);
    expect(barsIn(root)).toEqual(['M0 16v-2h0.75v2', 'M1 16v-16h0.75v16']);
  });

  test('beside others it stands in the span of all of them, and is never wider than nine letters', async () => {
    const of = (first: string) =>
      showInEnglish(<MonthsPicture months={MONTHS} span={{ first, last: '2025-12' }} />).then((root) => ({
        bars: barsIn(root),
        width: root.querySelector('svg')?.getAttribute('width'),
      }));
    expect(await of('2024-10')).toMatchObject({ width: '5.625em' });
    const long = await of('2000-01');
    expect(long.width).toBe('9em');
    expect(long.bars[0]).toBe('M298 16v-4h1v4');
  });

  test('one month is said as one', async () => {
    const root = await showInEnglish(<MonthsPicture months={[{ month: '2025-09', posts: 1 }]} />);
    expect(root.querySelector('svg')?.getAttribute('aria-label')).toBe('1 post, all in September 2025');
  });

  test('nothing is drawn where nobody speaks', async () => {
    const root = await showInEnglish(<MonthsPicture months={[]} />);
    expect(root.innerHTML).toBe('');
  });
});
