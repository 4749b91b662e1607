import { describe, expect, test } from 'vitest';
import { createResolver } from '../../../core/recognise/resolve.ts';
import { makeFeed } from '../../bench/gold.ts';

const SITE = 'https://www.instituteforgovernment.org.uk/publication';
const resolverFor = (title: string, path = 'x-very-long-name') =>
  createResolver([makeFeed([{ url: `${SITE}/${path}`, title }])]);

describe('“Performance Tracker 2025: Schools”', () => {
  const { resolve } = resolverFor('Performance Tracker 2025: Schools');
  test.each([
    'performance-tracker-2025/schools',
    'performance-tracker-2025/schools/overview',
    'performance-tracker-2025-schools',
    'performance-tracker-2025/children/schools',
  ])('is %s', (path) => {
    expect(resolve({ url: `${SITE}/${path}` }).sureness).toBe('likely');
  });
  test.each([
    'performance-tracker-2025/nhs',
    'performance-tracker-2025/nhs/overview',
    'performance-tracker-2023/schools',
    'performance-tracker-2025',
    'performance-tracker-2025/overview',
    'performance-tracker-2025/schools/methodology',
    'performance-tracker-2025/summary',
    'whitehall-monitor-2025/schools',
    'performance-tracker/schools',
    'schools',
  ])('is not %s', (path) => {
    expect(resolve({ url: `${SITE}/${path}` }).publication).toBeNull();
  });
  test('is not the NHS’s chapter of that name, whatever the link is called', () => {
    const url = `${SITE}/performance-tracker-2023/schools`;
    expect(resolve({ url, text: 'Performance Tracker 2025: Schools' }).publication).toBeNull();
    expect(resolve({ url, title: 'Performance Tracker 2023: Schools' }).publication).toBeNull();
  });
});

describe('a series’ own page', () => {
  const { resolve } = resolverFor('Whitehall Monitor 2024');
  test('is its address and none below it', () => {
    expect(resolve({ url: `${SITE}/whitehall-monitor-2024` }).sureness).toBe('likely');
    expect(resolve({ url: `${SITE}/whitehall-monitor-2024/part-1` }).publication).toBeNull();
    expect(resolve({ url: `${SITE}/whitehall-monitor-2023` }).publication).toBeNull();
  });
});

describe('a numbered part', () => {
  const { resolve } = resolverFor('Whitehall Monitor 2024: Part 1: How the civil service changed in 2023');
  test('is known by its number', () => {
    expect(resolve({ url: `${SITE}/whitehall-monitor-2024/part-1` }).sureness).toBe('likely');
    expect(resolve({ url: `${SITE}/whitehall-monitor-2024/part-2` }).publication).toBeNull();
    expect(resolve({ url: `${SITE}/whitehall-monitor-2023/part-1` }).publication).toBeNull();
  });
});

test('a chapter without its series in the title is claimed only with the number of its part', () => {
  const url = `${SITE}/whitehall-monitor-2023/civil-service-effectiveness`;
  expect(resolverFor('Civil service effectiveness').resolve({ url }).publication).toBeNull();
  const part = `${SITE}/whitehall-monitor-2025/part-1-new-government`;
  expect(resolverFor('Part 1: The new government').resolve({ url: part }).sureness).toBe('likely');
});

describe('the page of a series of which only parts are known', () => {
  const pages = ['Schools', 'Criminal justice'].map((part, index) => ({
    url: `${SITE}/part-${index}`,
    title: `Performance Tracker 2025: ${part}`,
  }));
  const feed = makeFeed(pages);
  const { resolve } = createResolver([feed]);
  test.each(['performance-tracker-2025', 'performance-tracker-2025/', 'performance-tracker-2025?utm_source=x'])(
    '%s shows the posts about its parts, and names them',
    (path) => {
      const match = resolve({ url: `${SITE}/${path}` });
      expect(match).toMatchObject({
        sureness: 'related',
        publication: null,
        reasons: [{ kind: 'parts-known', titles: pages.map(({ title }) => title) }],
      });
      expect(match.relatedPosts).toEqual(feed.posts.map(({ id }) => id));
    },
  );
  test.each(['performance-tracker-2024', 'performance-tracker', 'tracker-2025', 'performance-tracker-2025/hospitals'])(
    '%s does not',
    (path) => {
      expect(resolve({ url: `${SITE}/${path}` }).reasons).not.toContainEqual(
        expect.objectContaining({ kind: 'parts-known' }),
      );
    },
  );
});

describe('a year that is two', () => {
  test.each([
    ['Performance Tracker 2022/23', 'performance-tracker-2022-23', 'performance-tracker-2022'],
    ['Performance Tracker 2022–23', 'performance-tracker-2022-23', 'performance-tracker-2023'],
    ['Performance Tracker 2022-2023', 'performance-tracker-2022-2023', 'performance-tracker-2022'],
    [
      'Performance Tracker 2022/23: Spring update',
      'performance-tracker-2022-23/spring-update',
      'performance-tracker-2022',
    ],
    ['Performance Tracker 2022', 'performance-tracker-2022', 'performance-tracker-2022-23'],
  ])('is another than either: %s', (title, own, other) => {
    const { resolve } = resolverFor(title);
    expect(resolve({ url: `${SITE}/${own}` }).sureness).toBe('likely');
    expect(resolve({ url: `${SITE}/${other}` }).publication).toBeNull();
    expect(resolve({ url: `${SITE}/${other}`, title }).publication).toBeNull();
  });
  test('is not what a period or a number behind a year is', () => {
    const { resolve } = resolverFor('Ministers in 1997-2010');
    expect(resolve({ url: `${SITE}/ministers-1997-2010` }).sureness).toBe('likely');
    expect(resolverFor('The 2020 covid-19 inquiry').resolve({ url: `${SITE}/2020-covid-19-inquiry` }).sureness).toBe(
      'likely',
    );
  });
});

test('a page whose title is part of another publication’s is not that', () => {
  const title = 'The state of public services and local government finances in England';
  const { resolve } = resolverFor(title);
  const url = `${SITE}/state-public-services-local-government-finances-england`;
  expect(resolve({ url, title: 'Local government finances | Institute for Government' }).publication).toBeNull();
  expect(resolve({ url, title: `${title} | Institute for Government` }).sureness).toBe('likely');
  const { resolve: resolveLong } = resolverFor('Treasury orthodoxy: how to reform the centre of government');
  const address = `${SITE}/treasury-orthodoxy-how-reform-centre-government`;
  expect(resolveLong({ url: address, title: 'Treasury orthodoxy' }).sureness).toBe('likely');
});
