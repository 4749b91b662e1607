// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { Copying } from '../../../../components/copy-button.tsx';
import { contentOfFeeds } from '../../../../core/gloss/content-of-feeds.ts';
import type { Feed } from '../../../../core/model/feed.ts';
import { createResolver } from '../../../../core/recognise/resolve.ts';
import { createLookUp } from '../../../../core/search/look-up.ts';
import { PublicationView } from '../../../../entrypoints/library/browse/publication.tsx';
import { feedAbout, POPULAR } from '../../../core/gloss/popular-report.ts';
import { findFaults } from '../../find-faults.ts';
import { clear } from '../../in-english.tsx';
import { readBundledFeed } from '../../seeds.ts';
import { answersOf } from './answers.ts';
import { fakeBackground, press, settle, showView, texts } from './asking.tsx';

afterEach(clear);

const bundled = readBundledFeed();
const REPORT = bundled.recommendations[0]?.publication ?? '';

function backgroundOf(feed: Feed) {
  const { details } = answersOf(feed);
  const lookUp = createLookUp(contentOfFeeds([feed]), createResolver([feed]));
  return fakeBackground({
    describePublication: ({ id }) => (feed.publications.some((each) => each.id === id) ? details(id) : null),
    describeFound: (found) => lookUp.describe(found),
    describeMore: ({ of, wanted }) => (of.kind === 'tab' ? null : lookUp.describeMore(of, wanted)),
  });
}

const show = (feed: Feed, id: string, { ask } = backgroundOf(feed)) =>
  showView(
    <Copying.Provider value={() => true}>
      <PublicationView route={{ view: 'publication', id }} ask={ask} go={() => {}} />
    </Copying.Provider>,
  );

describe('a publication by itself', () => {
  test('says what it is, how much is said, and how to cite it', async () => {
    const root = await show(bundled, REPORT);
    expect(texts(root, 'header > p, h1')).toEqual([
      'Report · Institute for Government',
      'The role of procurement in delivering mission-led government',
    ]);
    expect(root.querySelector('.counts')?.textContent).toBe('17 posts · 14 recommendations');
    expect(texts(root, '.cite button')).toEqual(['Harvard', 'BibTeX', 'RIS']);
    expect(await findFaults(root)).toEqual([]);
  });

  test('has a record: its addresses, which are plain links, and where its posts come from', async () => {
    const root = await show(bundled, REPORT);
    const link = root.querySelector<HTMLAnchorElement>('.page-link');
    expect(link?.href).toBe(
      'https://instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
    );
    expect([link?.target, link?.rel]).toEqual(['_blank', 'noopener noreferrer']);
    expect(texts(root, 'dt')).toEqual(['Addresses', 'Shortened in posts', 'Posts over time', 'Posts from']);
    expect(texts(root, 'dd').at(-1)).toMatch(
      /^From Ben Paxton’s feed on Bluesky .* does not say who wrote each post\./,
    );
  });

  test('of one month there is no picture, but its name', async () => {
    const root = await show(bundled, REPORT);
    expect(texts(root, 'dd')[2]).toBe('September 2025');
    expect(root.querySelectorAll('svg, table')).toHaveLength(0);
  });

  test('leads to the pages that report on it, and they to it', async () => {
    const coverage = bundled.publications.find(({ coverageOf }) => coverageOf === REPORT);
    const root = await show(bundled, REPORT);
    const link = [...root.querySelectorAll('.said section:last-of-type a')].at(-1);
    expect([link?.textContent, link?.getAttribute('href')]).toEqual([
      coverage?.title,
      `/library.html?${new URLSearchParams({ view: 'publication', id: coverage?.id ?? '' })}`,
    ]);
    await clear();
    const other = await show(bundled, coverage?.id ?? '');
    const rows = [...other.querySelectorAll('.record-row')].map((row) => texts(row, 'dt, dd'));
    expect(rows).toContainEqual(['Reports on', 'The role of procurement in delivering mission-led government']);
  });

  test('of which nobody speaks, that is said', async () => {
    const root = await show(feedAbout({ sizes: [] }), POPULAR.id);
    expect(texts(root, '.view-about')).toEqual(['None of the posts in IfG Gloss are about it.']);
    await clear();
    expect(texts(await show(bundled, REPORT), '.view-about')).toEqual([]);
  });

  test('its headings are in order', async () => {
    const root = await show(bundled, REPORT);
    expect(texts(root, 'h1, h2, h3').slice(0, 3)).toEqual([
      'The role of procurement in delivering mission-led government',
      'Recommendations',
      'market shaping',
    ]);
    expect(root.querySelectorAll('h1')).toHaveLength(1);
  });

  test('leads to each thread as a document, to each post that stands alone, and to a comparison', async () => {
    const root = await show(bundled, REPORT);
    const ways = [...root.querySelectorAll('.said-way a')].map((each) => [each.textContent, each.getAttribute('href')]);
    const thread = bundled.threads.find((each) => each.publication === REPORT);
    const alone = bundled.posts.find((post) => post.thread === null && post.publications.includes(REPORT));
    expect(ways).toEqual([
      ['This post by itself', `/library.html?${new URLSearchParams({ view: 'post', id: alone?.id ?? '' })}`],
      ['This thread as a document', `/library.html?${new URLSearchParams({ view: 'thread', id: thread?.id ?? '' })}`],
    ]);
    expect(root.querySelector('.view-way a')?.getAttribute('href')).toBe(
      `/library.html?${new URLSearchParams({ view: 'compare', id: REPORT })}`,
    );
  });

  test('a recommendation leads to its post', async () => {
    const root = await show(bundled, REPORT);
    await press(root.querySelector<HTMLElement>('.recommendations li button'));
    expect(document.activeElement?.querySelector('.ordinal')?.textContent).toBe('4');
  });

  test('titles, sites and addresses that look like markup stay text', async () => {
    const nasty = '<img src=x onerror="alert(1)">';
    const feed = feedAbout({
      sizes: [1],
      publication: { ...POPULAR, title: nasty, siteName: nasty, otherTitles: [nasty], displayForms: [nasty] },
    });
    const root = await show(feed, POPULAR.id);
    expect(root.querySelectorAll('img')).toHaveLength(0);
    expect(texts(root, 'h1, dd ul').filter((text) => text === nasty)).toHaveLength(3);
  });

  test('a title whose end is a guess is said to be one', async () => {
    const feed = feedAbout({ sizes: [1], publication: { ...POPULAR, titleIsCertain: false } });
    expect(texts(await show(feed, POPULAR.id), '.view-notice')).toEqual([
      'The end of this title is uncertain: the feed runs it together with the description.',
    ]);
  });
});

describe('one of which much is said', () => {
  const feed = feedAbout({ sizes: Array<number>(45).fill(1), apart: 60 * 24 * 45 });

  test('is read a page at a time', async () => {
    const root = await show(feed, POPULAR.id);
    expect(root.querySelectorAll('.post')).toHaveLength(20);
    await press(root.querySelector<HTMLElement>('.conversations .more button'));
    expect(root.querySelectorAll('.post')).toHaveLength(40);
    expect(document.activeElement).toBe(root.querySelectorAll('.post')[20]);
  });

  test('has the numbers of its picture as a table', async () => {
    const root = await show(feed, POPULAR.id);
    const rows = [...root.querySelectorAll('.number-table tbody tr')].map((row) => texts(row, 'th, td'));
    expect(rows[0]).toEqual(['July 2020', '1']);
    expect(rows.at(-1)).toEqual(['January 2026', '1']);
    expect(rows).toHaveLength(67);
    expect(rows.filter(([, posts]) => posts === '0')).toHaveLength(22);
    expect(rows.reduce((sum, [, posts]) => sum + Number(posts), 0)).toBe(45);
    expect(await findFaults(root)).toEqual([]);
  });
});

describe('where there is none', () => {
  test('what the library does not hold is said, with a way to what it does', async () => {
    const root = await show(bundled, 'publication:unknown');
    expect(texts(root, 'h1')).toEqual(['This is no longer in the library']);
    expect(root.querySelector('.view-next a')?.getAttribute('href')).toBe('/library.html?view=publications');
    expect(await findFaults(root)).toEqual([]);
  });

  test('what could not be loaded is tried again', async () => {
    const background = backgroundOf(bundled);
    background.asked.mockRejectedValueOnce(new Error('gone'));
    const root = await show(bundled, REPORT, background);
    expect(texts(root, 'h1')).toEqual(['This could not be loaded']);
    await press(root.querySelector('button'));
    await settle();
    expect(texts(root, 'h1')).toEqual(['The role of procurement in delivering mission-led government']);
  });
});
