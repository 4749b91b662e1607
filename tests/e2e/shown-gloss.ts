import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

/** Reads a gloss as it is shown, from its markup, and asserts all that the bundled feed says of the procurement report. */
export async function expectProcurementReport(page: Page, markup: string | null): Promise<void> {
  const shown = await page.evaluate((html) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const texts = (selector: string) => [...parsed.querySelectorAll(selector)].map((each) => each.textContent ?? '');
    return {
      kind: texts('.kind'),
      title: texts('h1'),
      sureness: texts('.sureness'),
      counts: texts('.counts'),
      headings: texts('h3'),
      numbers: [...parsed.querySelectorAll<HTMLLIElement>('.recommendations li')].map(({ value }) => value),
      recommendations: texts('.recommendations li'),
      threads: [...parsed.querySelectorAll('.conversation')].map(
        (conversation) => conversation.querySelectorAll('.text').length,
      ),
      posts: texts('.conversation:last-of-type .text'),
      postCounts: texts('.conversation:last-of-type .post-counts'),
      when: texts('.conversation:last-of-type .when'),
      feeds: texts('footer'),
    };
  }, markup ?? '');
  expect(shown.kind).toEqual(['Report']);
  expect(shown.title).toEqual(['The role of procurement in delivering mission-led government']);
  expect(shown.sureness[0]).toMatch(/^Exact match · This is the publication’s own address/);
  expect(shown.counts).toEqual(['17 posts · 14 recommendations']);
  expect(shown.headings).toEqual([
    'market shaping',
    'better using procurement to bring innovation to the public sector',
    'strengthening procurement capability and data',
  ]);
  expect(shown.numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  expect(shown.recommendations[0]).toMatch(/^Commercial leads for each mission/);
  expect(new Set(shown.recommendations).size).toBe(14);
  expect(shown.posts).toHaveLength(16);
  expect(shown.posts[0]).toMatch(/^But barriers/);
  expect(shown.posts[15]).toMatch(/^With huge thanks/);
  expect(shown.postCounts).toHaveLength(16);
  expect(shown.when[0]).toMatch(/Sep.* 2025.*12:18/);
  expect(shown.feeds[0]).toMatch(/Ben Paxton.*@drbenpaxton\.bsky\.social.*2025/);
}
