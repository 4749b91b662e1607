import { expect, test } from 'vitest';
import { linkFeed } from '../../../core/link/link-feed.ts';
import { network, saidBy } from './network-feed.ts';

const REPORT = 'https://www.instituteforgovernment.org.uk/publication/police-funding-spending-review';
const card = (title: string, address: string, siteName: string) => ({
  linkCard: { title, description: '', siteName, titleIsCertain: true, address },
});

const STRIKE = 'Police officers plan strike over pay before spending review';

/** What an article is said to report on, where a post that links to it says this. */
function reportedOn(
  text: string,
  { article: title = STRIKE, reportAt = '2026-01-01T10:01:00.000Z' } = {},
): string | null {
  const report = saidBy('1', {
    text: 'New today',
    time: reportAt,
    ...card('Police funding and the spending review', REPORT, 'Institute for Government'),
  });
  const article = saidBy('2', {
    text,
    ...card(title, 'https://news.example/a', 'News'),
  });
  const { publications } = linkFeed({ ...network, posts: [article, report] }, []);
  const [about] = publications.flatMap(({ coverageOf }) => coverageOf ?? []);
  return publications.find(({ id }) => id === about)?.title ?? null;
}

test.each([
  'IfG report says that this will not do',
  'The Institute for Government’s new paper has the figures',
  'Good to see an analysis by the IfG taken up',
  'Covers an @instituteforgov.bsky.social report on police funding',
  'IfG’s report on this in the Guardian',
  'Nice write-up of the new IfG report',
  'FT on today’s Institute for Government report',
])('an article reports on what a post says that it does: %s', (text) => {
  expect(reportedOn(text)).toBe('Police funding and the spending review');
});

test.each([
  'As IfG research on prisons shows, strikes are rare',
  'Former IfG colleague quoted here. No research needed',
  'The IfG will look at this in its next study of schools',
  'A report on this, and a comment from the IfG',
  'Not an IfG report, but worth your time',
  'Unlike the IfG analysis, this looks at crime',
  'The authors disagree with the IfG report',
  'Cites an IfG report from 2017 in passing',
  'Ahead of tomorrow’s IfG report, read this',
  'This NAO report goes further than an IfG paper',
  'Why has nobody at IfG written a paper like this?',
  'This builds on IfG research',
  'Good IFS piece. See also the IfG report on police funding',
  'This pairs well with the IfG report',
  'The chancellor ignored the IfG report',
  'The government’s response to the IfG report',
  'I gave evidence about the IfG report on police funding',
  'An alternative to the IfG report on police funding',
  'We are hiring for the next IfG report',
])('no article reports on a report of which the post does not speak: %s', (text) => {
  expect(reportedOn(text)).toBeNull();
});

test.each([
  [
    'Civil service pay: why it no longer works',
    'Civil service unions reject government offer on office attendance',
    'IfG research quoted in this FT piece',
  ],
  [
    'The role of procurement in delivering mission-led government',
    'Government delivering fewer homes than planned',
    'An IfG report on this',
  ],
])('no article reports on %s for words that are in half of all news: %s', (title, article, text) => {
  const report = saidBy('1', { text: 'New today', ...card(title, REPORT, 'Institute for Government') });
  const news = saidBy('2', { text, ...card(article, 'https://news.example/a', 'News') });
  const { publications } = linkFeed({ ...network, posts: [news, report] }, []);
  expect(publications.flatMap(({ coverageOf }) => coverageOf ?? [])).toEqual([]);
});

test('an article reports on what it names', () => {
  const title = 'The role of procurement in delivering mission-led government';
  const report = saidBy('1', { text: 'New today', ...card(title, REPORT, 'Institute for Government') });
  const article = 'Government urged to leverage its procurement bill to aid missions';
  const news = saidBy('2', { text: 'An IfG report on this', ...card(article, 'https://news.example/a', 'News') });
  const { publications } = linkFeed({ ...network, posts: [news, report] }, []);
  expect(publications.flatMap(({ coverageOf }) => coverageOf ?? [])).toHaveLength(1);
});

test('a page that speaks neither of the Institute nor of the subject reports on nothing', () => {
  const post = 'Read the IfG report on police funding and the spending review to see what we do';
  expect(reportedOn(post, { article: 'Senior researcher, £45,000' })).toBeNull();
  expect(reportedOn(post, { article: 'Think tank: police cannot plan' })).not.toBeNull();
});

test('nobody reports on what was published long after', () => {
  const post = 'IfG report on police funding';
  expect(reportedOn(post, { reportAt: '2026-02-01T10:00:00.000Z' })).not.toBeNull();
  expect(reportedOn(post, { reportAt: '2028-01-01T10:00:00.000Z' })).toBeNull();
});
