import { expect, test } from 'vitest';
import type { Post } from '../../../core/model/post.ts';
import type { Publication } from '../../../core/model/publication.ts';
import type { Recommendation } from '../../../core/model/recommendation.ts';
import type { Found, SearchHit } from '../../../core/protocol/search.ts';
import { asMarkup } from '../../../core/search/one-line.ts';
import { suggest } from '../../../entrypoints/background/suggestions.ts';
import { translate } from '../../components/in-english.tsx';
import { feedAbout, POPULAR } from '../../core/gloss/popular-report.ts';

const [made] = feedAbout({ sizes: [1] }).posts;
if (made === undefined) throw new Error('no post');
const about = { isNew: false, day: '2025-11-11', foundIn: [] as readonly Found[] };
const said = { ...about, feed: 'text-page:a.example', about: { id: POPULAR.id, title: 'Procurement' } };

const publication = (change: Partial<Publication> = {}, foundIn: readonly Found[] = []): SearchHit => ({
  ...about,
  kind: 'publication',
  publication: { ...POPULAR, title: 'Buying better', kind: 'report', ...change },
  posts: 3,
  foundIn,
});
const post = (change: Partial<Post>, foundIn: readonly Found[] = []): SearchHit => ({
  ...said,
  kind: 'post',
  post: { ...made, ...change },
  foundIn,
});
const recommendation = (text: string, foundIn: readonly Found[] = []): SearchHit => ({
  ...said,
  kind: 'recommendation',
  recommendation: { number: 12, text, post: 'at://p' } as Recommendation,
  foundIn,
});
const lines = (hits: readonly SearchHit[], typed = 'better') =>
  suggest(hits, typed, translate).map(({ content, parts, address }) => [content, asMarkup(parts), address]);

test('each kind of hit says what it says and what it is, and leads to its own view', () => {
  const text = 'Spend it better';
  const foundIn: readonly Found[] = [{ field: 'text', text, ranges: [[9, 15]] }];
  expect(
    lines([
      publication({}, [{ field: 'title', text: 'Buying better', ranges: [[7, 13]] }]),
      recommendation(text, foundIn),
      post({ id: 'at://q', text: `${text} ` }, foundIn),
    ]),
  ).toEqual([
    [
      'Buying better',
      'Buying <match>better</match><dim> – Report</dim>',
      `/library.html?view=publication&id=${encodeURIComponent(POPULAR.id)}`,
    ],
    [text, 'Spend it <match>better</match><dim> – Recommendation 12</dim>', '/library.html?view=post&id=at%3A%2F%2Fp'],
    [
      `${text} (2)`,
      'Spend it <match>better</match><dim> – Post, 11 Nov 2025</dim>',
      '/library.html?view=post&id=at%3A%2F%2Fq',
    ],
  ]);
});

test('where the words stand elsewhere, that is shown behind the beginning', () => {
  const found: Found = { field: 'about', text: 'Buying better', ranges: [[7, 13]] };
  const [[, markup] = []] = lines([post({ text: 'a'.repeat(100) }, [found])]);
  expect(markup).toBe(`${'a'.repeat(60)}…<dim> · </dim>Buying <match>better</match><dim> – Post, 11 Nov 2025</dim>`);
});

test('what a filter alone has found is shown as it stands', () => {
  expect(lines([publication()])[0]?.[1]).toBe('Buying better<dim> – Report</dim>');
  expect(lines([{ ...post({ text: 'a' }), day: null }])[0]?.[1]).toBe('a<dim> – Post, –</dim>');
});

test('there are six at most, and no two have the same name, nor that which was typed', () => {
  const names = lines(
    Array.from({ length: 9 }, () => publication()),
    ' Buying better ',
  ).map(([name]) => name);
  expect(names).toEqual([2, 3, 4, 5, 6, 7].map((number) => `Buying better (${number})`));
});

test.each(['', ' \n', '\u0000'])('what says nothing (%j) has a name all the same', (text) => {
  expect(lines([post({ text }), post({ text })]).map(([name]) => name)).toEqual(['(2)', '(3)']);
});

test('a long text has a name that can be read', () => {
  expect(lines([post({ text: 'a'.repeat(500) })])[0]?.[0]).toBe('a'.repeat(80));
});
