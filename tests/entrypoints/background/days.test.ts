import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showDay, showDayOf } from '../../../components/dates.ts';
import { HITS_IN_PART, type SearchRequest } from '../../../core/protocol/search.ts';
import { changeLibrary } from '../../../entrypoints/background/library/change.ts';
import { openDatabase } from '../../../entrypoints/background/library/database.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import { storedContent } from '../../../entrypoints/background/library/stored-content.ts';
import { feedAbout, POPULAR } from '../../core/gloss/popular-report.ts';

/** The last half hour of a year: of an instant in UTC, and as a copied page says it. */
const INSTANT = '2025-12-31T23:30:00.000Z';
const WRITTEN = '2025-12-31T23:30';

const made = feedAbout({ sizes: [1, 1] });
const [first, second] = made.posts;
const feed = {
  ...made,
  posts: [
    { ...first, time: INSTANT },
    { ...second, time: WRITTEN },
  ] as typeof made.posts,
};

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllEnvs());

function ask(text: string, rest: Partial<SearchRequest> = {}): SearchRequest {
  return {
    text: `kind:post ${text}`,
    order: 'day',
    start: 0,
    most: HITS_IN_PART,
    from: null,
    newSince: Infinity,
    ...rest,
  };
}

test.each([
  ['Pacific/Auckland', '2026-01-01', { '2025-12': 1, '2026-01': 1 }],
  ['America/New_York', '2025-12-31', { '2025-12': 2 }],
])(
  'in %s all that was stored elsewhere is shown, counted and asked for by the days there',
  async (zone, day, byMonth) => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    const database = await openDatabase({});
    await changeLibrary(database, [{ kind: 'replace', feed, owner: 'added' }]);
    vi.stubEnv('TZ', zone);
    expect(showDayOf(INSTANT)).toBe(showDay(day));
    expect(showDayOf(WRITTEN)).toBe(showDay('2025-12-31'));
    const ofDay = day === '2025-12-31' ? 2 : 1;
    for (const content of [memoryContent([feed]), storedContent(database, expect.unreachable)]) {
      const { hits, counts } = await content.search(ask(''), []);
      expect(hits.map((hit) => hit.day)).toEqual([day, '2025-12-31']);
      expect(Object.fromEntries(counts.months.map((each) => [each.month, each.hits]))).toEqual(byMonth);
      expect((await content.search(ask(`from:${day} to:${day}`), [])).total).toBe(ofDay);
      expect((await content.search(ask('', { from: '2025-12-31' }), [])).start).toBe(2 - ofDay);
      const details = await content.describePublication({ id: POPULAR.id });
      expect(details?.newest).toBe(day);
      expect(Object.fromEntries((details?.months ?? []).map((each) => [each.month, each.posts]))).toEqual(byMonth);
    }
  },
);

test.each(['0100-01-01T00:00:00.000Z', '4030-06-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
  'a clock that says %s takes nothing away',
  async (time) => {
    vi.stubEnv('TZ', 'Pacific/Auckland');
    const posts = feed.posts.map((post) => ({ ...post, time }));
    const content = memoryContent([{ ...feed, posts }]);
    const { hits, counts } = await content.search(ask(''), []);
    const details = await content.describePublication({ id: POPULAR.id });
    for (const day of [hits[0]?.day, details?.newest, `${counts.months[0]?.month}-01`])
      expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
  },
);
