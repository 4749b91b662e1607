import { describe, expect, test } from 'vitest';
import { createResolver } from '../../../core/recognise/resolve.ts';
import { isTelling } from '../../../core/text/telling-words.ts';
import { familiesOf, familyOf } from '../../../core/text/word-families.ts';
import { readSeeds } from '../../../scripts/bundled-index.ts';
import { makeFeed } from '../../bench/gold.ts';

const SITE = 'https://www.instituteforgovernment.org.uk';
const { resolve } = createResolver(await readSeeds());

function sharedWords(path: string, text?: string): readonly string[] | null {
  const match = resolve({ url: `${SITE}/${path}`, ...(text !== undefined && { text }) });
  if (match.sureness === 'none') return null;
  return match.reasons.flatMap((reason) => (reason.kind === 'words-shared' ? reason.words : []));
}

test.each([
  ['publication/accountability-government-procurement', 'accountability, procurement'],
  ['publication/performance-tracker-2023/criminal-courts', 'criminal, courts'],
  ['publications/how-be-tax-reforming-chancellor', 'tax, chancellor'],
  ['publication/impact-labour-first-budget-public-services', 'labour, budget'],
  ['publication/john-healey-tax-budget-2026', 'tax, budget'],
  ['comment/rachel-reeves-welcome-changes-fiscal-rules', 'rachel, reeves'],
  ['explainer/criminal-justice', 'criminal, justice'],
])('%s is related by %s', (path, words) => {
  expect(sharedWords(path)?.join(', ')).toBe(words);
});

test.each([
  ['publication/tax%20reform%20budget', 'tax, budget'],
  ['publication/the%20chancellor%27s%20tax%2Dbudget', 'chancellor, tax, budget'],
  ['publication/%20no%20tax%20budget%E9', 'tax, budget'],
  ['sites/default/files/Tax%20Budget.pdf', 'tax, budget'],
  ['sites/default/files/Public%20sector%20tax_Budget%20%281%29.pdf', 'tax, budget'],
  ['comment/r%C3%A9form-tax-budget', 'tax, budget'],
])('%s is related by the words that it encodes', (path, words) => {
  expect(sharedWords(path)?.join(', ')).toBe(words);
});

/** Link texts of real pages, as the names of pages, and what real files call pages of the Institute's. */
describe('words that say nothing give no claim', () => {
  test.each([
    ...['very-much', 'worried-me-very-much', 'if-pm-stopped', 'use-mean', 'long-term-plan', 'long-term-support-policy'],
    ...['follow-us', 'follow-us-on-twitter', 'follow-us-on-social-media', 'lessons-data-sharing-during-pandemic'],
    ...['structure-court-system', 'view-my-portfolio', 'view-my-collections', 'about-tmz-com', 'tips-techcrunch-com'],
    ...['business-of-technology-ministry-of-innovation', 'office-of-science-and-technology-policy', 'support-me'],
    ...['if-then-else', 'avoid-using-sparse-arrays', 'propose-a-new-rule', 'proposing-a-rule-change', 'meet-our-team'],
    ...['design-limitation', 'flash-networking-support', 'using-nature-as-a-design-guide', 'view-all-management-jobs'],
    ...['what-budget-cuts', 'top-10-tax-havens', 'management-accountant', 'senior-c-net-developer', 'civil-rights'],
    ...['15-financial-moves-to-make-right-now', 'office-of-management-and-budget', 'data-sharing', 'shared-data'],
  ])('%s', (name) => {
    for (const section of ['publication', 'comment', 'explainer', 'event', 'article/comment', 'about-us']) {
      expect(sharedWords(`${section}/${name}`), section).toBeNull();
      expect(sharedWords(`${section}/${name}`, name.replaceAll('-', ' ')), section).toBeNull();
    }
  });
  test.each([
    'very much, how long, the first term, if anyone stopped to view it',
    'data sharing, shared services and the people who share',
    'government departments, ministers and the public sector',
    'proposals, frameworks, strategic approaches and effective implementation',
    'click here to follow, subscribe, log in and read the latest news on our website',
    'the IfG reveals: despite what critics of its former leader plotted, they’ll openly pledge more',
    '2025, 45bn, 2nd',
  ])('nor does any word of: %s', (text) => {
    expect(familiesOf(text).filter(isTelling)).toEqual([]);
  });
  test('but those that name a subject do', () => {
    const subjects = 'accountability budget chancellor courts labour police prisons procurement schools tax';
    expect(subjects.split(' ').filter((word) => !familiesOf(word).every(isTelling))).toEqual([]);
  });
});

describe('words of one family', () => {
  const ask = (title: string, name: string) =>
    createResolver([makeFeed([{ title, url: `${SITE}/comment/elsewhere` }])]).resolve({
      url: `${SITE}/comment/${name}`,
    });

  test.each([
    ['crime', 'criminal'],
    ['children', 'child'],
    ['taxes', 'taxation'],
    ['schools', 'schooling'],
    ['sharing', 'shared'],
  ])('are known as one: %s, %s', (one, other) => {
    expect(familiesOf(one)).toEqual(familiesOf(other));
  });
  test('connect a page with a post', () => {
    expect(ask('Crime and pensioners', 'criminal-pensions').reasons).toContainEqual({
      kind: 'words-shared',
      words: ['criminal', 'pensions'],
    });
  });
  test('count once', () => {
    expect(ask('A child among children', 'child-children').sureness).toBe('none');
    expect(ask('A crime by criminals', 'crime-criminals').sureness).toBe('none');
  });
  test('a stem of no family stands for itself', () => {
    expect(familyOf('procur')).toBe('procur');
  });
});

test('hosts and handles in a post are no words of it', () => {
  const title = 'See procurement-prisons.example.org/pensions and @schools.courts.example';
  const { resolve: ask } = createResolver([makeFeed([{ title, url: `${SITE}/comment/elsewhere` }])]);
  expect(ask({ url: `${SITE}/comment/prisons-pensions` }).sureness).toBe('none');
});
