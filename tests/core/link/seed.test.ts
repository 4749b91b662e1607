import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSeeds } from '../../../scripts/bundled-index.ts';

const [feed] = await readSeeds();
if (feed === undefined) throw new Error('no seed');
const { profile, posts, threads, recommendations, publications } = feed;
const byTitle = (start: string) => publications.find(({ title }) => title.startsWith(start));

describe('the profile of the bundled feed', () => {
  test('is read whole', () => {
    expect(profile).toEqual({
      displayName: 'Ben Paxton',
      handle: 'drbenpaxton.bsky.social',
      bio: 'Senior Researcher at the @instituteforgov.bsky.social. Views my own.',
      followers: 702,
      following: 234,
      posts: 105,
      joined: '2023-11-01',
    });
    expect(feed.asOf).toBe('2025-11-11');
  });
});

describe('the posts of the bundled feed', () => {
  test('are thirty, newest first, with their counts in the order of the signs', () => {
    expect(posts).toHaveLength(30);
    expect(posts[0]).toMatchObject({ time: '2025-11-11T09:25', likes: 0, reposts: 2, replies: 1, quotes: 0 });
    expect(posts[1]).toMatchObject({ time: '2025-11-06T09:56', likes: 15, reposts: 16, replies: 1, quotes: 3 });
    expect(posts.at(-1)).toMatchObject({ time: '2025-09-25T12:18', likes: 1, reposts: 0, replies: 1, quotes: 0 });
  });

  test('have no garbling left, and keep their clean signs', () => {
    const all = JSON.stringify(feed);
    expect(all).not.toMatch(/[βΒπΓ\ufffd]|â|Ÿ/u);
    expect(posts[12]?.text).toContain('a “bias for the status quo” often');
    expect(posts[20]?.text).toContain('make the most of ‘pull’ mechanisms');
    expect(posts[20]?.text).toContain('(low carbon concrete e.g. ⬇️)');
    expect(posts[3]?.linkCard?.title).toBe('Starmer needs to get serious about governing — and quick');
    expect(posts[27]?.text).toContain('(>£400bn!)');
  });

  test('know mentions, addresses and images', () => {
    expect(posts[11]?.mentions).toEqual(['njdavies.bsky.social', 'drbenpaxton.bsky.social']);
    expect(posts[7]?.addresses).toEqual([
      { shown: 'www.theguardian.com/politics/202...', isComplete: false },
      { shown: 'www.instituteforgovernment.org.uk/publication/...', isComplete: false },
    ]);
    expect(posts[3]?.addresses).toEqual([{ shown: 'on.ft.com/478WcW7', isComplete: true }]);
    expect(posts.map(({ images }) => images).reduce((sum, images) => sum + images)).toBe(1);
    expect(posts[8]?.images).toBe(1);
    expect(posts[14]?.mentions).toContain('instituteforgovernment.org.uk');
    expect(posts[14]?.addresses).toHaveLength(1);
  });

  test('are reposts where the order proves it, and nothing is said of the others', () => {
    expect(posts.filter(({ isRepost }) => isRepost).map(({ time }) => time)).toEqual(['2025-11-06T09:56']);
    expect(posts.filter(({ isRepost }) => isRepost === null)).toHaveLength(29);
  });

  test('have link cards whose titles are certain only on the Institute’s site', () => {
    const cards = posts.flatMap(({ linkCard }) => linkCard ?? []);
    expect(cards.map(({ title, titleIsCertain, siteName }) => [title, titleIsCertain, siteName])).toEqual([
      ['Performance Tracker 2025: Schools', true, 'Institute for Government'],
      [
        'Public sector pensions reforms should focus on workforce recruitment and retention',
        true,
        'Institute for Government',
      ],
      ['Starmer needs to get serious about governing — and quick', false, 'on.ft.com'],
      ['Performance Tracker 2025: Criminal justice system', true, 'Institute for Government'],
      [
        'The 2025 budget and beyond: How Rachel Reeves can approach tax reform to help drive growth',
        true,
        'Institute for Government',
      ],
      ['Chancellor admits tax rises and spending cuts considered for budget', false, null],
      ['The role of procurement in delivering mission-led government', true, 'Institute for Government'],
      [
        "'Coherence is needed': Government urged to leverage its £400bn procurement bill to aid missions drive",
        false,
        'civilserviceworld.com',
      ],
      ['The role of procurement in delivering mission-led government', true, 'Institute for Government'],
      ['Innovate UK invests £3.2 million in concrete decarbonisation', false, 'ukri.org'],
    ]);
    expect(cards[5]?.description).toMatch(
      /^Speaking exclusively to Sky's deputy political editor Sam Coates, .*prep\.\.\.$/,
    );
  });
});

describe('the thread of 25 September', () => {
  const thread = threads.find(({ time }) => time === '2025-09-25T12:18');
  const texts = thread?.posts.map((id) => posts.find((post) => post.id === id)?.text ?? '') ?? [];

  test('has sixteen posts in reading order, a missing start and the report as its subject', () => {
    expect(texts).toHaveLength(16);
    expect(texts[0]).toMatch(/^But barriers to making this a reality are:/);
    expect(texts.at(-1)).toMatch(/^With huge thanks to @njdavies/);
    expect(thread?.start).toBe('missing');
    expect(thread?.publication).toBe(byTitle('The role of procurement')?.id);
    for (const id of thread?.posts ?? []) {
      expect(posts.find((post) => post.id === id)?.publications).toContain(thread?.publication);
    }
  });

  test('keeps its barriers a) to e) as points', () => {
    expect(thread?.lists).toHaveLength(1);
    expect(thread?.lists[0]?.heading).toBe('But barriers to making this a reality are:');
    expect(thread?.lists[0]?.points.map(({ label }) => label)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('the recommendations', () => {
  test('are fourteen, each with the beginning of its own text', () => {
    expect(recommendations.map(({ number, text }) => [number, text.slice(0, 38)])).toEqual([
      [1, 'Commercial leads for each mission shou'],
      [2, 'A mission-led approach means procureme'],
      [3, 'Publish longer-term 3y pipelines, givi'],
      [4, 'Ministers must back civil servants to '],
      [5, 'Preliminary market engagement should b'],
      [6, 'Cabinet Office/DSIT should publish fur'],
      [7, 'Public sector organisations should hav'],
      [8, 'DSIT should be coordinating procuremen'],
      [9, 'Government should make the most of ‘pu'],
      [10, 'Managing Public Money guidance should '],
      [11, 'The Government Commercial Function sho'],
      [12, 'So GCF and departments should use miss'],
      [13, 'The commercial profession has a strong'],
      [14, 'Finally, any new procurement legislati'],
    ]);
    expect(recommendations[3]?.text).toBe(
      'Ministers must back civil servants to procure innovation, even following failure',
    );
    expect(recommendations[8]?.text).toMatch(/⬇️\)$/u);
    expect(recommendations[11]?.text).toBe(
      'So GCF and departments should use missions to guide prioritisation on capability',
    );
  });

  test('stand in three sections in the words of the posts', () => {
    const sections = new Map<string | null, number[]>();
    for (const { section, number } of recommendations)
      sections.set(section, [...(sections.get(section) ?? []), number]);
    expect([...sections]).toEqual([
      ['market shaping', [1, 2, 3]],
      ['better using procurement to bring innovation to the public sector', [4, 5, 6, 7, 8, 9]],
      ['strengthening procurement capability and data', [10, 11, 12, 13, 14]],
    ]);
  });
});

describe('the publications', () => {
  test('are nine, five of them the Institute’s', () => {
    expect(publications).toHaveLength(9);
    expect(publications.filter(({ isIfg }) => isIfg).map(({ kind }) => kind)).toEqual([
      'chapter',
      'comment',
      'chapter',
      'report',
      'report',
    ]);
  });

  test('know the addresses that are known, and no others', () => {
    expect(publications.flatMap(({ addresses }) => addresses)).toEqual([
      'https://on.ft.com/478WcW7',
      'https://instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
      'https://civilserviceworld.com/professions/article/government-urged-to-leverage-its-400bn-procurement-bill-to-aid-missions-drive',
      'https://ukri.org/news/innovate-uk-invests-3-2-million-in-concrete-decarbonisation',
    ]);
  });

  test('link coverage elsewhere to the report it is about', () => {
    const coverage = publications.filter(({ coverageOf }) => coverageOf !== null);
    expect(coverage.map(({ title }) => title)).toEqual([expect.stringContaining('Coherence is needed')]);
    expect(coverage[0]).toMatchObject({ kind: 'coverage', coverageOf: byTitle('The role of procurement')?.id });
  });
});

test('the seed is kept as it was found', () => {
  const bytes = readFileSync(new URL('../../../seeds/drbenpaxton.txt', import.meta.url));
  expect(bytes.byteLength).toBe(12_879);
});
