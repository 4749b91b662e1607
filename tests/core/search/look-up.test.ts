import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentOfFeeds } from '../../../core/gloss/content-of-feeds.ts';
import type { SearchResults } from '../../../core/protocol/look-up.ts';
import type { Found } from '../../../core/protocol/search.ts';
import { createResolver } from '../../../core/recognise/resolve.ts';
import { createLookUp } from '../../../core/search/look-up.ts';
import { familiesOf } from '../../../core/text/word-families.ts';
import { stemsOf, wordsOf } from '../../../core/text/words.ts';
import { readSeeds } from '../../../scripts/bundled-index.ts';
import { goldPages, makeFeed } from '../../bench/gold.ts';
import { processorTime } from '../../processor-time.ts';
import { anyString } from '../any-string.ts';

const feeds = await readSeeds();
const { answer: lookUp, describe: describeFound } = createLookUp(contentOfFeeds(feeds), createResolver(feeds));
const publications = feeds.flatMap((feed) => feed.publications);
const REPORT = 'https://www.instituteforgovernment.org.uk/publication/procurement-government-missions-delivery';
const PROCUREMENT = 'The role of procurement in delivering mission-led government';

async function find(asked: string): Promise<SearchResults> {
  const answer = await lookUp({ asked, linkText: '' });
  if (answer.kind !== 'words') throw new Error(`${asked} was taken for an address`);
  return answer;
}

async function titles(asked: string): Promise<string[]> {
  return (await find(asked)).publications.items.map(({ publication }) => publication.title);
}

/** A field, and the words that are marked there. */
function marked({ field, text, ranges }: Found): string[] {
  return [field, ...ranges.map(([start, end]) => text.slice(start, end))];
}

describe('an address has its gloss', () => {
  test.each([
    [REPORT],
    [`see <${REPORT}?utm_source=x>`],
    [REPORT.replace('https://www.', '')],
    [`https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(REPORT)}&data=05`],
    [`https://web.archive.org/web/20250925120000/${REPORT}`],
  ])('%s', async (asked) => {
    expect(await lookUp({ asked, linkText: '' })).toMatchObject({
      kind: 'address',
      address: 'https://instituteforgovernment.org.uk/publication/procurement-government-missions-delivery',
      gloss: { match: { sureness: 'exact' }, publication: { title: PROCUREMENT } },
    });
  });

  test('which may say that nothing is known', async () => {
    const answer = await lookUp({ asked: 'https://example.org/a', linkText: '' });
    expect(answer).toMatchObject({ kind: 'address', address: 'https://example.org/a' });
    expect(answer).toMatchObject({ gloss: { match: { sureness: 'none', reasons: [] }, conversations: [] } });
  });

  test('for which the text of its link counts', async () => {
    const asked = 'https://www.instituteforgovernment.org.uk/comment/public-sector-pensions';
    const linkText = 'Public sector pensions reforms should focus on workforce recruitment and retention';
    expect(await lookUp({ asked, linkText })).toMatchObject({ gloss: { match: { sureness: 'likely' } } });
  });
});

describe('words find', () => {
  test.each(publications.map(({ title }) => [title]))('first the publication with the title “%s”', async (title) => {
    expect((await titles(title))[0]).toBe(title);
    expect((await titles(title.toUpperCase()))[0]).toBe(title);
  });

  test.each([
    ['procu', PROCUREMENT],
    ['the schools chapter', 'Performance Tracker 2025: Schools'],
    ['tracker justice', 'Performance Tracker 2025: Criminal justice system'],
    ['pensions', 'Public sector pensions reforms should focus on workforce recruitment and retention'],
    ['decarbonising concrete', 'Innovate UK invests £3.2 million in concrete decarbonisation'],
  ])('%s', async (asked, title) => {
    expect((await titles(asked))[0]).toBe(title);
  });

  test('recommendations and posts too, with the places of the words in them', async () => {
    const { recommendations, posts, inLibrary } = await find('horizon scanning');
    expect(recommendations.items[0]).toMatchObject({ recommendation: { number: 7 } });
    expect(recommendations.items[0]?.foundIn.map(marked)).toEqual([['text', 'horizon', 'scanning']]);
    expect(posts.items[0]?.post.text).toMatch(/^7\. Public sector/);
    const [post] = (await find('digital centre of government')).posts.items;
    expect(post).toMatchObject({ post: { publications: [] } });
    expect(post?.foundIn.map(marked)).toEqual([['text', 'digital', 'centre', 'government']]);
    expect(inLibrary).toBe(3);
  });

  test.each([
    ['"horizon scanning"', 1],
    ['"scanning horizon"', 0],
    ['procurement', 18],
    ['procurement kind:post', 18],
    ['procurement -innovation kind:post', 11],
    ['kind:recommendation procurement', 0],
  ])('posts as the library’s search does: %s', async (asked, total) => {
    expect((await find(asked)).posts.total).toBe(total);
  });

  test('what was meant where a letter is wrong, and says so', async () => {
    const { instead, publications: found } = await find('procuremnt');
    expect(instead).toEqual({ kind: 'spelling', text: 'procurement' });
    expect(found.items[0]?.publication.title).toBe(PROCUREMENT);
  });

  test.each(['police procurement', 'police missions'])(
    'known words as they stand, though one letter away is more: %s',
    async (asked) => {
      expect((await find(asked)).instead).toEqual({ kind: 'some' });
    },
  );

  test('what holds some of the words where nothing holds all, and says so', async () => {
    const { instead, posts } = await find('horizon scanning aubergines');
    expect(instead).toEqual({ kind: 'some' });
    expect(posts.items[0]?.post.text).toMatch(/^7\. Public sector/);
  });

  test('what is no filter as words, and says so', async () => {
    expect(await find('procurement kind:penguin')).toMatchObject({ faults: [{ kind: 'no-kind', start: 12, end: 24 }] });
  });

  test.each(['xyzzy', '§', '"', '-', 'xyzzy plugh', ' . '])('nothing for %j', async (asked) => {
    const { publications: found, recommendations, posts, inLibrary } = await find(asked);
    expect([found.total, recommendations.total, posts.total, inLibrary]).toEqual([0, 0, 0, 0]);
  });

  test('a shortened address by those that posts show, which singles out nothing', async () => {
    for (const form of [
      'www.instituteforgovernment.org.uk/publication/...',
      'instituteforgovernment.org.uk/publication/…',
    ])
      expect(await titles(form)).toHaveLength(3);
    const text = 'www.ukri.org/news/innovat...';
    const shown = await find(text);
    expect(shown.publications.items[0]?.foundIn).toEqual([
      { field: 'shown-address', text, ranges: [[0, text.length]] },
    ]);
    expect(shown.inLibrary).toBeGreaterThan(0);
    expect(await titles('www.example.org/publication/...')).toEqual([]);
  });
});

test('where nothing is asked, the publications that most is said about come first', async () => {
  const { publications: listed, recommendations, posts, inLibrary } = await find('');
  expect(listed.total).toBe(publications.length);
  expect(listed.items[0]).toMatchObject({ publication: { title: PROCUREMENT }, posts: 17, foundIn: [] });
  expect([recommendations.total, posts.total, inLibrary]).toEqual([0, 0, null]);
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

  test('a post: that of what its thread is about, or itself', async () => {
    const about = async (asked: string) => {
      const id = (await find(asked)).posts.items[0]?.post.id ?? '';
      return describeFound({ kind: 'post', id });
    };
    expect((await about('Innovate UK pull mechanisms'))?.publication?.title).toBe(PROCUREMENT);
    const alone = await about('digital centre of government');
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

  test('each finding has the words that it names where it says', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (asked) => {
        const { publications: found, recommendations, posts, instead } = await find(`${asked.join(' ')} .`);
        const wanted = instead?.kind === 'spelling' ? instead.text : asked.join(' ');
        for (const { foundIn } of [...found.items, ...recommendations.items, ...posts.items])
          expectHeld(foundIn, wanted);
      }),
    );
  });

  test('the order of the words does not matter for what is found', async () => {
    const idsOf = async (list: readonly string[]) => {
      const { publications: found } = await find(`${list.join(' ')} .`);
      return found.items.map(({ publication }) => publication.id).toSorted();
    };
    await fc.assert(
      fc.asyncProperty(words, async (asked) => {
        expect(await idsOf(asked.toReversed())).toEqual(await idsOf(asked));
      }),
    );
  });

  test('no text throws', async () => {
    await fc.assert(fc.asyncProperty(anyString(), async (asked) => void (await lookUp({ asked, linkText: asked }))));
  }, 60_000);

  function expectHeld(foundIn: readonly Found[], wanted: string): void {
    expect(foundIn.length).toBeGreaterThan(0);
    // A word that tells nothing has no family.
    const held = new Set([...familiesOf(wanted), ...wordsOf(wanted)]);
    for (const { text, ranges } of foundIn) {
      expect(ranges.length).toBeGreaterThan(0);
      for (const [start, end] of ranges)
        expect(
          [text.slice(start, end)]
            .flatMap((word) => [...familiesOf(word), ...wordsOf(word)])
            .some((each) => held.has(each)),
          text,
        ).toBe(true);
    }
  }
});

test('every title of a large feed is found by its own words, in time', async () => {
  const feed = makeFeed(goldPages);
  const large = createLookUp(contentOfFeeds([feed]), createResolver([feed]));
  await large.answer({ asked: 'prepare', linkText: '' });
  const lookUpAll = async () => {
    for (const { title } of feed.publications) {
      const answer = await large.answer({ asked: title, linkText: '' });
      const [first] = answer.kind === 'words' ? answer.publications.items : [];
      expect(stemsOf(first?.publication.title ?? '').toSorted()).toEqual(stemsOf(title).toSorted());
    }
  };
  const most = 20 * feed.publications.length;
  expect(await processorTime(lookUpAll, most)).toBeLessThan(most);
});
