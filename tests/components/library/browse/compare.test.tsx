// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test } from 'vitest';
import { contentOfFeeds } from '../../../../core/gloss/content-of-feeds.ts';
import type { Publication } from '../../../../core/model/publication.ts';
import type { Recommendation } from '../../../../core/model/recommendation.ts';
import type { Comparison } from '../../../../core/protocol/library-page.ts';
import { createResolver } from '../../../../core/recognise/resolve.ts';
import { createLookUp } from '../../../../core/search/look-up.ts';
import { CompareView } from '../../../../entrypoints/library/browse/compare.tsx';
import { POPULAR } from '../../../core/gloss/popular-report.ts';
import { findFaults } from '../../find-faults.ts';
import { clear } from '../../in-english.tsx';
import { readBundledFeed } from '../../seeds.ts';
import { answersOf } from './answers.ts';
import { fakeBackground, settle, showView, texts } from './asking.tsx';

afterEach(clear);

const A: Publication = { ...POPULAR, id: 'publication:a', title: 'Report A' };
const B: Publication = { ...POPULAR, id: 'publication:b', title: 'Report B', kind: 'explainer' };
const recommend = (number: number, text: string, section: string | null = null): Recommendation => ({
  number,
  text,
  section,
  post: `post:${number}`,
  thread: 'thread:a',
  publication: null,
});
const COMPARISON: Comparison = {
  first: {
    publication: A,
    recommendations: [recommend(1, 'Publish pipelines of contracts', 'markets'), recommend(2, 'Train ministers')],
  },
  second: { publication: B, recommendations: [recommend(7, 'The pipeline should be public'), recommend(8, 'Wait')] },
  pairs: [{ first: 0, second: 0, words: ['pipelines'] }],
};

const compare = (comparison: Comparison | null) => {
  const { ask } = fakeBackground({ comparePublications: () => comparison });
  return showView(<CompareView route={{ view: 'compare', first: A.id, second: B.id }} ask={ask} go={() => {}} />);
};

describe('two publications side by side', () => {
  test('each has its letter, its kind and a link', async () => {
    const root = await compare(COMPARISON);
    expect(texts(root, '.compare-head > div')).toEqual([
      'A Report · 2 recommendationsReport A',
      'B Explainer · 2 recommendationsReport B',
    ]);
    expect(root.querySelector('.compare-title a')?.getAttribute('href')).toBe(
      '/library.html?view=publication&id=publication%3Aa',
    );
    expect(await findFaults(root)).toEqual([]);
  });

  test('what is alike stands beside each other, with the words in any form marked in both', async () => {
    const root = await compare(COMPARISON);
    expect(texts(root, '.compare-pair .compared')).toEqual([
      'A Recommendation 1 (markets)Publish pipelines of contracts',
      'B Recommendation 7The pipeline should be public',
    ]);
    expect(texts(root, 'mark')).toEqual(['pipelines', 'pipeline']);
    expect(texts(root, '.compare-words')).toEqual(['Alike in: pipelines']);
  });

  test('it is said that this is by words alone, and nowhere that anything is the same', async () => {
    const root = await compare(COMPARISON);
    const [about = ''] = texts(root, '.compare-about');
    expect(about).toMatch(/because they have words in common, and for no other reason/);
    expect(root.textContent.replace(about, '')).not.toMatch(/same/i);
  });

  test('the others stand below, each under its publication', async () => {
    const root = await compare(COMPARISON);
    expect(texts(root, '.compare-others')).toEqual(['A Recommendation 2Train ministers', 'B Recommendation 8Wait']);
    expect(texts(root, 'h1, h2')).toEqual([
      'Two publications side by side',
      'Recommendations that are alike',
      'Other recommendations',
    ]);
  });

  test('the sides can be swapped, and another chosen', async () => {
    const root = await compare(COMPARISON);
    expect([...root.querySelectorAll('.compare-ways a')].map((each) => each.getAttribute('href'))).toEqual([
      '/library.html?view=compare&id=publication%3Ab&with=publication%3Aa',
      '/library.html?view=compare&id=publication%3Aa',
    ]);
  });

  test('where nothing is alike, that is said', async () => {
    const root = await compare({ ...COMPARISON, pairs: [] });
    expect(root.textContent).toContain('None of their recommendations have enough words in common.');
    expect(texts(root, '.compare-others .compared')).toHaveLength(4);
  });

  test('a place that is in no list is left out', async () => {
    const root = await compare({ ...COMPARISON, pairs: [{ first: 9, second: 0, words: [] }] });
    expect(texts(root, '.compare-pair .compared')).toEqual(['B Recommendation 7The pipeline should be public']);
  });

  test('what is gone is said', async () => {
    const root = await compare(null);
    expect(texts(root, 'h1')).toEqual(['This is no longer in the library']);
    expect(root.querySelector('.view-next a')?.getAttribute('href')).toBe('/library.html?view=publications');
  });
});

describe('choosing the other one', () => {
  const feed = readBundledFeed();
  const REPORT = feed.recommendations[0]?.publication ?? '';
  const lookUp = createLookUp(contentOfFeeds([feed]), createResolver([feed]));
  const choose = () => {
    const { ask } = fakeBackground({
      describePublication: ({ id }) => answersOf(feed).details(id),
      lookUp: (question) => lookUp.answer(question),
    });
    return showView(<CompareView route={{ view: 'compare', first: REPORT, second: null }} ask={ask} go={() => {}} />);
  };
  const type = async (root: Element, text: string) => {
    const field = root.querySelector('input');
    await act(() => {
      if (field !== null) field.value = text;
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await settle();
  };

  test('first the publications that most is said about are there, but for itself', async () => {
    const root = await choose();
    const titles = texts(root, '.line-title');
    expect(titles).toHaveLength(feed.publications.length - 1);
    expect(titles).not.toContain('The role of procurement in delivering mission-led government');
    expect(root.querySelector('input')?.labels?.[0]?.textContent).toMatch(/^Find the other one/);
    expect(await findFaults(root)).toEqual([]);
  });

  test('words find others, each a link to the comparison', async () => {
    const root = await choose();
    await type(root, 'budget beyond');
    expect(texts(root, '.line-title')[0]).toBe(
      'The 2025 budget and beyond: How Rachel Reeves can approach tax reform to help drive growth',
    );
    const other = feed.publications.find(
      ({ title }) =>
        title === 'The 2025 budget and beyond: How Rachel Reeves can approach tax reform to help drive growth',
    );
    expect(root.querySelector('.line-title')?.getAttribute('href')).toBe(
      `/library.html?${new URLSearchParams({ view: 'compare', id: REPORT, with: other?.id ?? '' })}`,
    );
  });

  test('an address finds what it leads to', async () => {
    const root = await choose();
    await type(root, 'https://on.ft.com/478WcW7');
    expect(texts(root, '.line-title')).toHaveLength(1);
  });

  test('where nothing is found, it says what to try', async () => {
    const root = await choose();
    await type(root, 'penguins');
    expect(texts(root, '.list-total')).toEqual(['No results']);
    expect(root.textContent).toContain('Try fewer or other words');
  });
});
