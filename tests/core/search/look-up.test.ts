import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentOfFeeds } from '../../../core/gloss/content-of-feeds.ts';
import type { Occurrence, SearchResults } from '../../../core/protocol/look-up.ts';
import { createResolver } from '../../../core/recognise/resolve.ts';
import { createLookUp } from '../../../core/search/look-up.ts';
import { stemsOf, wordsOf } from '../../../core/text/words.ts';
import { readSeeds } from '../../../scripts/bundled-index.ts';
import { goldPages, makeFeed } from '../../bench/gold.ts';

const feeds = await readSeeds();
const { answer: lookUp, describe: describeFound } = createLookUp(contentOfFeeds(feeds), createResolver(feeds));
const publications = feeds.flatMap((feed) => feed.publications);
const REPORT = 'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery';
const PROCUREMENT = 'The role of procurement in delivering mission-led government';

function find(asked: string): SearchResults {
  const answer = lookUp({ asked, linkText: '' });
  if (answer.kind !== 'words') throw new Error(`${asked} was taken for an address`);
  return answer;
}

function titles(asked: string): string[] {
  return find(asked).publications.items.map(({ publication }) => publication.title);
}

describe('an address has its gloss', () => {
  test.each([
    [REPORT],
    [`see <${REPORT}?utm_source=x>`],
    [REPORT.replace('https://www.', '')],
    [`https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(REPORT)}&data=05`],
    [`https://web.archive.org/web/20250925120000/${REPORT}`],
  ])('%s', (asked) => {
    expect(lookUp({ asked, linkText: '' })).toMatchObject({
      kind: 'address',
      address: 'https://instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
      gloss: { match: { sureness: 'exact' }, publication: { title: PROCUREMENT } },
    });
  });

  test('which may say that nothing is known', () => {
    const answer = lookUp({ asked: 'https://example.org/a', linkText: '' });
    expect(answer).toMatchObject({ kind: 'address', address: 'https://example.org/a' });
    expect(answer).toMatchObject({ gloss: { match: { sureness: 'none', reasons: [] }, conversations: [] } });
  });

  test('for which the text of its link counts', () => {
    const asked = 'https://www.instituteforgovernment.org.uk/comment/public-sector-pensions';
    const linkText = 'Public sector pensions reforms should focus on workforce recruitment and retention';
    expect(lookUp({ asked, linkText })).toMatchObject({ gloss: { match: { sureness: 'likely' } } });
  });
});

describe('words find', () => {
  test.each(publications.map(({ title }) => [title]))('first the publication with the title “%s”', (title) => {
    expect(titles(title)[0]).toBe(title);
    expect(titles(title.toUpperCase())[0]).toBe(title);
  });

  test.each([
    ['procu', PROCUREMENT],
    ['the schools chapter', 'Performance Tracker 2025: Schools'],
    ['tracker justice', 'Performance Tracker 2025: Criminal justice system'],
    ['pensions', 'Public sector pensions reforms should focus on workforce recruitment and retention'],
    ['decarbonising concrete', 'Innovate UK invests £3.2 million in concrete decarbonisation'],
  ])('%s', (asked, title) => {
    expect(titles(asked)[0]).toBe(title);
  });

  test('recommendations and posts too, with the words that they hold', () => {
    const { recommendations, posts } = find('horizon scanning');
    expect(recommendations.items[0]).toMatchObject({
      recommendation: { number: 7 },
      foundIn: [{ field: 'text', words: ['horizon', 'scanning'] }],
    });
    expect(posts.items[0]?.post.text).toMatch(/^7\. Public sector/);
    const [post] = find('digital centre of government').posts.items;
    expect(post).toMatchObject({ post: { publications: [] } });
    expect(post?.foundIn).toEqual([{ field: 'text', words: ['digital', 'centre', 'government'] }]);
  });

  test.each(['the', 'of the and', 'xyzzy', '§', 'xyzzy plugh procurement'])('nothing for %j', (asked) => {
    const { publications: found, recommendations, posts } = find(asked);
    expect([found.total, recommendations.total, posts.total]).toEqual([0, 0, 0]);
  });

  test('a shortened address by those that posts show, which singles out nothing', () => {
    for (const form of [
      'www.instituteforgovernment.org.uk/publication/...',
      'instituteforgovernment.org.uk/publication/…',
    ])
      expect(titles(form)).toHaveLength(3);
    expect(find('www.ukri.org/news/innovat...').publications.items[0]?.foundIn).toEqual([
      { field: 'shown-address', words: ['www.ukri.org/news/innovat...'] },
    ]);
    expect(titles('www.example.org/publication/...')).toEqual([]);
  });
});

test('where nothing is asked, the publications that most is said about come first', () => {
  const { publications: listed, recommendations, posts } = find('');
  expect(listed.total).toBe(publications.length);
  expect(listed.items[0]).toMatchObject({ publication: { title: PROCUREMENT }, posts: 17, foundIn: [] });
  expect([recommendations.total, posts.total]).toEqual([0, 0]);
});

describe('what was found has a gloss', () => {
  test('a publication, with all that is said about it', () => {
    const gloss = describeFound({
      kind: 'publication',
      id: publications.find(({ title }) => title === PROCUREMENT)?.id ?? '',
    });
    expect(gloss).toMatchObject({ match: { sureness: 'exact', reasons: [{ kind: 'chosen' }] } });
    expect(gloss?.counts.posts).toBe(17);
  });

  test('a post: that of what its thread is about, or itself', () => {
    const about = (asked: string) => {
      const id = find(asked).posts.items[0]?.post.id ?? '';
      return describeFound({ kind: 'post', id });
    };
    expect(about('Innovate UK pull mechanisms')?.publication?.title).toBe(PROCUREMENT);
    const alone = about('digital centre of government');
    expect(alone).toMatchObject({ publication: null, match: { sureness: 'related', reasons: [{ kind: 'chosen' }] } });
    expect(alone?.conversations.map(({ posts }) => posts.length)).toEqual([1]);
  });

  test('and what is not there has none', () => {
    expect(describeFound({ kind: 'publication', id: 'publication:gone' })).toBeNull();
    expect(describeFound({ kind: 'post', id: 'gone' })).toBeNull();
  });
});

describe('always', () => {
  const words = fc.array(fc.constantFrom(...wordsOf(publications.map(({ title }) => title).join(' ')), 'zzz', '…'));

  test('each finding foundIn the words that it names', () => {
    fc.assert(
      fc.property(words, (asked) => {
        const { publications: found, recommendations, posts } = find(`${asked.join(' ')} .`);
        for (const { publication, foundIn } of found.items) {
          const about = feeds
            .flatMap((feed) => feed.posts)
            .filter(({ publications: [...ids] }) => ids.includes(publication.id));
          expectHeld(foundIn, { ...publication, posts: about.map(({ text }) => text).join(' ') });
        }
        for (const { recommendation, foundIn } of recommendations.items)
          expectHeld(foundIn, { text: `${recommendation.section} ${recommendation.text}` });
        for (const { post, foundIn } of posts.items) expectHeld(foundIn, post);
      }),
    );
  });

  test('the order of the words does not matter', () => {
    fc.assert(
      fc.property(words, (asked) => {
        const ids = (list: readonly string[]) =>
          find(`${list.join(' ')} .`).publications.items.map(({ publication }) => publication.id);
        expect(ids(asked.toReversed()).toSorted()).toEqual(ids(asked).toSorted());
      }),
    );
  });

  test('no text throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (asked) => void lookUp({ asked, linkText: asked })));
  });

  function expectHeld(foundIn: readonly Occurrence[], texts: object): void {
    expect(foundIn.length).toBeGreaterThan(0);
    for (const { field, words: held } of foundIn) {
      expect(held.length).toBeGreaterThan(0);
      expect(wordsOf(String(Reflect.get(texts, field)))).toEqual(expect.arrayContaining([...held]));
    }
  }
});

test('every title of a large feed is found by its own words, in time', () => {
  const feed = makeFeed(goldPages);
  const large = createLookUp(contentOfFeeds([feed]), createResolver([feed]));
  large.answer({ asked: 'prepare', linkText: '' });
  const started = performance.now();
  for (const { title } of feed.publications) {
    const answer = large.answer({ asked: title, linkText: '' });
    const [first] = answer.kind === 'words' ? answer.publications.items : [];
    expect(stemsOf(first?.publication.title ?? '').toSorted()).toEqual(stemsOf(title).toSorted());
  }
  expect((performance.now() - started) / feed.publications.length).toBeLessThan(20);
});
