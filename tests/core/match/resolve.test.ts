import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countPosts, countRecommendations } from '../../../core/gloss.ts';
import { glossFor } from '../../../core/match/gloss-for.ts';
import { createResolver } from '../../../core/match/resolve.ts';
import { readSeeds } from '../../../scripts/bundled-index.ts';

interface SeedLink {
  readonly url: string;
  readonly is: string | null;
  readonly title?: string | null;
}

const feeds = await readSeeds();
const resolver = createResolver(feeds);
const { links } = JSON.parse(readFileSync(new URL('../../gold/seed-links.json', import.meta.url), 'utf8')) as {
  links: SeedLink[];
};

describe('every address near to the bundled feed comes out right', () => {
  test.each(links)('$url', ({ url, is, title }) => {
    for (const query of [{ url }, { url, text: title ?? '' }, { url, title: title ?? '' }]) {
      const { publication } = resolver.resolve(query);
      const found = feeds.flatMap((feed) => feed.publications).find(({ id }) => id === publication);
      expect(found?.title ?? null).toBe(is?.replace(' | Institute for Government', '') ?? null);
    }
  });
});

test('a link text that is the title recognises a report whose address is not known', () => {
  const url = 'https://www.instituteforgovernment.org.uk/publication/performance-tracker-2025/schools';
  expect(resolver.resolve({ url })).toMatchObject({ sureness: 'likely', reasons: [{ kind: 'words-in-address' }] });
  const pensions = 'https://www.instituteforgovernment.org.uk/comment/public-sector-pensions';
  const text = 'Public sector pensions reforms should focus on workforce recruitment and retention';
  expect(resolver.resolve({ url: pensions, text })).toMatchObject({ sureness: 'likely' });
});

test('the procurement report has its thread, its second post and fourteen recommendations', () => {
  const url =
    'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery?utm_source=x';
  const gloss = glossFor(feeds, resolver.resolve({ url }));
  expect(countRecommendations(gloss)).toBe(14);
  expect(countPosts(gloss)).toBe(17);
  expect(gloss.sections.map(({ title }) => title?.split(' ')[0])).toEqual(['market', 'better', 'strengthening']);
  expect(gloss.coverage.map(({ siteName }) => siteName)).toEqual(['civilserviceworld.com']);
  expect(gloss.feeds).toEqual([{ handle: 'drbenpaxton.bsky.social', displayName: 'Ben Paxton', asOf: '2025-11-11' }]);
});
