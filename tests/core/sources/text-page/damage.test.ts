import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFeed } from '../../../../core/link/parse-feed.ts';

const seed = readFileSync(new URL('../../../../seeds/drbenpaxton.txt', import.meta.url), 'utf8');
const lines = seed.split('\n');

function faultOf(text: string) {
  const feed = parseFeed(text);
  return feed.ok ? null : feed.error;
}

test.each([
  ['nothing', ''],
  ['a web page', '<!doctype html><title>x</title>'],
  ['JSON', '{"posts": []}'],
  ['binary', '\u0000\u0001PNG'],
])('%s is refused in line 1', (_, text) => {
  expect(faultOf(text)?.line).toBe(1);
});

test('each missing time and count is noticed at a line nearby', () => {
  const stamps = lines.flatMap((line, index) => (/^\d\d\.\d\d\.\d{4} /.test(line) ? [index] : []));
  expect(stamps).toHaveLength(30);
  for (const index of stamps) {
    const fault = faultOf(lines.toSpliced(index, 1).join('\n'));
    expect(fault, `line ${index + 1}`).not.toBeNull();
    expect(fault?.line).toBeGreaterThanOrEqual(index - 12);
  }
});

test.each([
  ['a day that is none', '11.11.2025 09:25', '31.02.2025 09:25'],
  ['an hour that is none', '11.11.2025 09:25', '11.11.2025 24:25'],
  ['a count that is none', 'πŸ‘ 0', 'πŸ‘ x'],
])('%s is refused where it stands', (_, clean, damaged) => {
  expect(faultOf(seed.replace(clean, damaged))?.line).toBe(
    lines.findIndex((line) => line.startsWith('11.11.2025')) + 1,
  );
});

test('a page that is cut off anywhere gives a fault or ends with a whole post', () => {
  for (let end = 0; end < seed.length; end += 97) {
    const feed = parseFeed(seed.slice(0, end));
    if (feed.ok) expect(feed.value.posts.length).toBeLessThanOrEqual(30);
    else expect(feed.error.expected).not.toBe('');
  }
});

test('line endings and a byte order mark change nothing', () => {
  expect(parseFeed(`\ufeff${seed.replaceAll('\n', '\r\n')}`)).toEqual(parseFeed(seed));
});

test('ten thousand posts take about ten times as long as one thousand', () => {
  const [head = '', ...posts] = seed.split(/(?<=on Bluesky\n)/);
  const body = posts
    .join('')
    .replace(/@drbenpaxton is following.*$/s, '')
    .trimEnd();
  const timeOf = (times: number) => {
    const text = `${head}${`${body}\n`.repeat(times)}`;
    const start = process.cpuUsage();
    const feed = parseFeed(text);
    const { user, system } = process.cpuUsage(start);
    expect(feed.ok && feed.value.posts.length).toBe(times * 30);
    return user + system;
  };
  for (let warm = 0; warm < 20; warm += 1) parseFeed(seed);
  const few = Math.min(timeOf(33), timeOf(33), timeOf(33));
  let many = Number.POSITIVE_INFINITY;
  // The best of three: what else the machine does must not decide. What grows with the square takes a hundred times as long.
  for (let times = 0; times < 3 && many >= 25 * few; times += 1) many = Math.min(many, timeOf(330));
  expect(many / few).toBeLessThan(25);
}, 60_000);
