import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownAddressesOf, parseKnownAddresses } from '../../../core/link/known-addresses.ts';
import { linkFeed } from '../../../core/link/link-feed.ts';
import { findDamage } from '../../../core/model/feed-shapes.ts';
import type { LinkCard } from '../../../core/model/post.ts';
import { createResolver } from '../../../core/recognise/resolve.ts';
import { joinSources } from '../../../core/sources/join-sources.ts';
import type { SourceFeed, SourcePost } from '../../../core/sources/source-feed.ts';
import { readTextPage } from '../../../core/sources/text-page/read-text-page.ts';
import { processorTime } from '../../processor-time.ts';
import { JO, network, saidBy, uriOf } from '../link/network-feed.ts';

const SITE = 'https://www.instituteforgovernment.org.uk';
const PENSIONS = `${SITE}/comment/public-sector-pensions-reforms-workforce`;
const page = readTextPage(readFileSync('seeds/drbenpaxton.txt', 'utf8'));
const kept = parseKnownAddresses(readFileSync('seeds/known-addresses.json', 'utf8'));
if (!page.ok || !kept.ok) throw new Error('no seed');
const seed = page.value;
const bundled = linkFeed(seed, kept.value);
const whole = { isComplete: true };
const partial = { isComplete: false };

/** The time of a post as a page shows it that was copied so many minutes ahead of UTC. */
const shownTime = (instant: number, ahead: number) => new Date(instant + ahead * 60_000).toISOString().slice(0, 16);
const instantOf = (time: string) => Date.parse(`${time}Z`);

/** What the network says of the seed's posts, whose minutes are taken for UTC, some seconds later. */
const originals: readonly SourcePost[] = seed.posts.map((post, place) => ({
  ...post,
  ...ofAuthor(place, post.isRepost === true),
  time: new Date(instantOf(post.time) + place * 1_999).toISOString(),
  reply: 'none',
  quote: 'none',
  likes: 1000,
  links: post.links.map((link) => ({ ...link, address: link.address ?? wholeAddress(link.shown, post.linkCard) })),
  linkCard: post.linkCard && {
    ...post.linkCard,
    titleIsCertain: true,
    address: wholeAddress(post.links.at(-1)?.shown ?? null, post.linkCard),
  },
}));
const said: SourceFeed = {
  ...network,
  origin: { kind: 'bluesky', did: JO.did },
  profile: seed.profile,
  posts: originals,
};

function ofAuthor(place: number, isRepost: boolean) {
  const author = isRepost ? { did: 'did:plc:other', handle: 'other.example', displayName: 'Other' } : JO;
  return { author, uri: uriOf(`${place}`, author.did), isRepost };
}

function wholeAddress(shown: string | null, card: LinkCard | null): string | null {
  if (shown === null) return null;
  return shown.includes('/comment/publ') ? PENSIONS : `https://${shown.replace(/\.\.\.$/, nameOf(card))}`;
}

function nameOf(card: LinkCard | null): string {
  return (card?.title ?? 'a name').replace(/\W+/g, '-').toLowerCase();
}

const withPosts = (posts: readonly SourcePost[]): SourceFeed => ({ ...seed, posts });
const uris = (posts: readonly { readonly uri: string | null }[]) => posts.map(({ uri }) => uri);

describe('the posts of the bundled feed', () => {
  const joined = joinSources(bundled, said, whole);
  test('are all found, each by its own', () => {
    expect([...joined.renamed]).toEqual(bundled.posts.map(({ id }, place) => [id, originals[place]?.uri]));
    expect(joined.unmatched).toEqual([]);
    expect(joined.source).toEqual(said);
  });

  test('are known by all that their originals say, under the bundled feed’s name', () => {
    const feed = linkFeed(joined.source, [], bundled.id);
    expect(feed).toMatchObject({
      id: 'text-page:drbenpaxton.bsky.social',
      origin: { kind: 'bluesky' },
      asOf: said.asOf,
    });
    expect(findDamage(feed)).toBeNull();
    const own = (each: typeof feed) => each.publications.filter(({ isIfg }) => isIfg).map(({ id }) => id);
    expect(own(feed)).toEqual(own(bundled));
  });

  test('make sure of what was likely', () => {
    const sureness = (feed: typeof bundled) => createResolver([feed]).resolve({ url: PENSIONS }).sureness;
    expect(sureness(bundled)).toBe('likely');
    expect(sureness(linkFeed(joined.source, [], bundled.id))).toBe('exact');
  });
});

describe('a post that the network does not say', () => {
  const some = { ...said, posts: originals.filter((_, place) => place % 7 !== 3) };
  const gone = bundled.posts.filter((_, place) => place % 7 === 3);

  test('is left out where the network said all', () => {
    const joined = joinSources(bundled, some, whole);
    expect(joined.unmatched).toEqual(gone.map(({ id }) => id));
    expect(joined.source.posts).toEqual(some.posts);
  });

  test('else stays where it stood, as it was', () => {
    const { source } = joinSources(bundled, some, partial);
    const feed = linkFeed(source, knownAddressesOf(bundled), bundled.id);
    expect(feed.posts.map(({ uri, id }) => uri ?? id)).toEqual(
      bundled.posts.map((post, place) => (gone.includes(post) ? post.id : originals[place]?.uri)),
    );
    const plain = ({ thread: _, publications: __, ...post }: (typeof feed.posts)[number]) => post;
    expect(feed.posts.filter(({ uri }) => uri === null).map(plain)).toEqual(gone.map(plain));
  });

  test('stays by itself where nothing is said, and above what is older', () => {
    const nothing = joinSources(bundled, { ...said, posts: [] }, partial);
    expect(linkFeed(nothing.source, knownAddressesOf(bundled), bundled.id)).toEqual({
      ...bundled,
      origin: said.origin,
      asOf: said.asOf,
    });
    const [newer, older] = [
      saidBy('2', { time: '2026-01-01T00:00:00.000Z' }),
      saidBy('1', { time: '2023-01-01T00:00:00.000Z' }),
    ];
    const { source } = joinSources(bundled, { ...said, posts: [newer, older] }, partial);
    expect(uris(source.posts)).toEqual([newer.uri, ...bundled.posts.map(() => null), older.uri]);
  });

  test('stays above the first that is said', () => {
    const { source } = joinSources(bundled, { ...said, posts: [saidBy('8'), ...originals.slice(1)] }, partial);
    expect(uris(source.posts).slice(0, 3)).toEqual([uriOf('8'), null, originals[1]?.uri]);
  });
});

/** As UTF-8 that was read as Windows-1253, or lost. */
function garble(text: string, isGarbled: () => boolean): string {
  const table = new TextDecoder('windows-1253');
  const broken = (character: string) => (isGarbled() ? table.decode(new TextEncoder().encode(character)) : '\ufffd');
  return text.replace(/[^\0-\x7f]/gu, (character) => (isGarbled() ? broken(character) : character));
}

/** Without its end, which may go through a word or an address; not so short that it says nothing. */
function cut(text: string, share: number): string {
  return text.slice(0, Math.max(60, Math.floor(text.length * share)));
}

const ZONE = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);

test('copies that are garbled, cut and shifted find their own, and none another’s', () => {
  fc.assert(
    fc.property(ZONE, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (ahead, random) => {
      const next = () => random.next().value ?? 0;
      const copies = seed.posts.map((post) => {
        const kind = next();
        const text = kind < 0.3 ? cut(post.text, 0.3 + next() * 0.7) : post.text;
        return {
          ...post,
          time: shownTime(instantOf(post.time), ahead),
          text: garble(kind > 0.9 ? text.replace(/\s+/g, ' ') : text, () => next() < 0.5),
        };
      });
      const expanded = originals.map((post) => ({
        ...post,
        text:
          next() < 0.3
            ? post.text.replace(/\S+\/(?:publication|comment)\S*/g, (shown) => wholeAddress(shown, post.linkCard) ?? '')
            : post.text,
      }));
      const feed = linkFeed(withPosts(copies), []);
      const { renamed } = joinSources(feed, { ...said, posts: [...expanded, saidBy('99'), saidBy('98')] }, whole);
      expect(feed.posts.map(({ id }) => renamed.get(id))).toEqual(uris(originals));
    }),
    { numRuns: 200 },
  );
});

/** A page of posts so far ahead of their instants, and the network with them; newest first. */
function copied(...posts: readonly (readonly [text: string, instant: string, ahead: number])[]) {
  const made = posts.map(([text, instant], place) => saidBy(`${place}`, { text, time: `${instant}:30.000Z` }));
  const copies = posts.map(([text, instant, ahead]) => ({
    ...saidBy('0', { uri: null, author: null, reply: null, text }),
    time: shownTime(instantOf(instant), ahead),
  }));
  return { feed: linkFeed(withPosts(copies), []), posts: made };
}
const foundBy = ({ feed, posts }: ReturnType<typeof copied>) => {
  const { renamed } = joinSources(feed, { ...said, posts }, whole);
  return feed.posts.map(({ id }) => renamed.get(id)?.split('/').at(-1) ?? null);
};

describe('the zone of a page', () => {
  test('may have summer time', () => {
    const page = copied(
      ['A post in late November', '2025-11-28T10:00', 60],
      ['A post in early November', '2025-11-02T10:00', 60],
      ['A post in October', '2025-10-20T10:00', 120],
    );
    expect(foundBy(page)).toEqual(['0', '1', '2']);
    const inParts = copied(
      ['A post in winter', '2025-11-28T10:00', 345],
      ['A post in summer', '2025-07-20T10:00', 315],
    );
    expect(foundBy(inParts)).toEqual(['0', '1']);
  });

  test('has no summer time between posts of one time', () => {
    const page = copied(
      ['Good morning everybody', '2025-11-20T09:00', 0],
      ['Something else that was said', '2025-11-19T09:00', 0],
      ['And one more that was said', '2025-11-21T09:00', 0],
    );
    const hourEarlier = saidBy('9', { text: 'Good morning everybody', time: '2025-11-20T08:00:00.000Z' });
    expect(foundBy({ ...page, posts: [hourEarlier, ...page.posts.slice(1)] })).toEqual([null, '1', '2']);
  });

  test.each([1, -1])('is of its own posts, whatever others say %i hours later', (later) => {
    const page = copied(
      ['Good morning everybody', '2025-11-20T09:00', 0],
      ['Good evening everybody', '2025-11-20T18:00', 0],
      ['Something else that was said', '2025-11-19T09:00', 0],
      ['Something more that was said', '2025-11-18T09:00', 0],
      ['One more thing that was said', '2025-11-17T09:00', 0],
      ['And another that was said', '2025-11-21T09:00', 0],
      ['What was said in summer', '2025-07-21T09:00', 60],
    );
    const others = page.posts.slice(0, 2).map((post, place) => ({
      ...post,
      uri: uriOf(`other${place}`),
      time: new Date(Date.parse(post.time) + later * 3_600_000).toISOString(),
    }));
    expect(foundBy({ ...page, posts: [...others, ...page.posts.slice(2)] })).toEqual([null, null, ...'23456']);
  });

  test.each([7, -721, 841, 14 * 60 + 15])('is none of %i minutes', (ahead) => {
    expect(foundBy(copied(['A post in November', '2025-11-28T10:00', ahead]))).toEqual([null]);
  });

  test('is what most agree on', () => {
    const page = copied(
      ['One post of the three', '2025-11-28T10:00', 60],
      ['Another post of the three', '2025-11-27T10:00', 60],
      ['The last post of the three', '2025-11-26T10:00', 0],
    );
    const others = page.posts
      .slice(0, 2)
      .concat(saidBy('9', { text: 'The last post of the three', time: '2025-11-26T13:00:00.000Z' }));
    expect(foundBy({ ...page, posts: others })).toEqual(['0', '1', null]);
  });
});

describe('posts that say the same', () => {
  test('in different minutes stay two', () => {
    const page = copied(
      ['Thanks to all', '2025-11-28T10:15', 60],
      ['Thanks to all', '2025-11-28T10:00', 60],
      ['Something else', '2025-11-27T10:00', 60],
    );
    expect(foundBy(page)).toEqual(['0', '1', '2']);
    expect(foundBy({ ...page, posts: page.posts.slice(1) })).toEqual([null, '1', '2']);
    expect(foundBy({ ...page, posts: page.posts.filter((_, place) => place !== 1) })).toEqual(['0', null, '2']);
  });

  test('in one minute are each one of them, and two copies of one that was reposted are one', () => {
    const page = copied(['Thanks to all', '2025-11-28T10:00', 60], ['Thanks to all', '2025-11-28T10:00', 60]);
    expect(foundBy(page)).toEqual(['0', '1']);
    expect(foundBy({ ...page, posts: page.posts.slice(0, 1) })).toEqual(['0', '0']);
  });

  test('twice on the network, as posted and as reposted, are one', () => {
    const page = copied(['Thanks to all', '2025-11-28T10:00', 60]);
    const garbled = { ...page.feed, posts: page.feed.posts.map((post) => ({ ...post, text: 'Thanks\ufffd to all' })) };
    expect(foundBy({ feed: garbled, posts: [...page.posts, ...page.posts] })).toEqual(['0']);
  });
});

describe('texts of one minute', () => {
  /** Which of the originals each copy is of, beside a post that tells the zone. */
  const find = (copies: readonly string[], texts: readonly string[]) => {
    const sure = copied(['A post that tells the zone', '2025-11-27T10:00', 60]);
    const page = copies.map((text) => ({
      ...saidBy('0', { uri: null, author: null, text }),
      time: '2025-11-28T11:00',
    }));
    const feed = linkFeed(withPosts(page), []);
    const made = texts.map((text, place) => saidBy(`${place}`, { text, time: '2025-11-28T10:00:10.000Z' }));
    const posts = [...made, ...sure.posts.map((post) => ({ ...post, uri: uriOf('sure') }))];
    return foundBy({ feed: { ...feed, posts: [...feed.posts, ...sure.feed.posts] }, posts }).slice(0, -1);
  };
  test.each<[string, string[], string[], (string | null)[]]>([
    ['emoji', ['👍', '🎉'], ['🎉', '👍'], ['1', '0']],
    ['an image alone', ['', 'Said'], ['Said', ''], ['1', '0']],
    ['an image alone is no text', [''], ['👍'], [null]],
    ['nothing that is left', ['\ufffd'], ['👍'], [null]],
    [
      'lost letters of other scripts',
      ['Η κυβ\ufffdρνηση', 'Το Κοινοβο\ufffdλιο'],
      ['Το Κοινοβούλιο', 'Η κυβέρνηση'],
      ['1', '0'],
    ],
    [
      'lost letters and figures',
      ['2025 Η κυβ\ufffdρνηση', '2025 Το Κοινο'],
      ['2025 Το Κοινο', '2025 Η κυβέρνηση'],
      ['1', '0'],
    ],
    ['nothing alike', ['Said in the morning'], ['Something else'], [null]],
    [
      'a beginning of several',
      ['We recommend that all'],
      ['We recommend that allowances', 'We recommend that alliances'],
      [null],
    ],
    [
      'a beginning that another is whole',
      ['We recommend that', 'We recommend that all act'],
      ['We recommend that all act', 'We recommend that'],
      ['1', '0'],
    ],
    [
      'a beginning of one more than of others',
      ['We recommend that all'],
      ['We recommend that allowances', 'We recommend that it'],
      ['0'],
    ],
    [
      'a cut through an address',
      ['We recommend that all see ww'],
      ['We recommend that all see www.a.example/b'],
      ['0'],
    ],
    ['signs that are garbled', ['Ta Î©', 'Ta all'], ['Ta all', 'Ta \u03a9'], ['1', '0']],
    [
      'a garbled text that begins another',
      ['We recommend this\ufffd'],
      ['We recommend this now', 'We recommend this…'],
      ['1'],
    ],
    ['too short a beginning', ['We say'], ['We say that all should act'], [null]],
    ['a short address', ['See a.example/b'], ['See https://www.a.example/b'], ['0']],
    ['a fraction of one', ['See www.a.example/procurement...'], ['See a.example/procurement-reform-now'], ['0']],
    ['words that are no address', ['Ministers and/or officials act'], ['Ministers and/or advisers act'], [null]],
  ])('%s', (_, copies, texts, expected) => {
    expect(find(copies, texts)).toEqual(expected);
  });
});

test.each<[string, (place: number) => string, number]>([
  ['posts', (place) => `Post ${place} says what it says`, 1],
  ['that say the same', () => 'The same is said', 1],
  ['of one minute', (place) => `Post ${place} says what it says`, 0],
  ['of one minute that say the same', () => 'The same is said', 0],
  ['of one minute that are garbled', (place) => `Post ${place} says “what” it says`, 0],
])(
  'many take little time: %s',
  async (_, textOf, minutes) => {
    const [copy = expect.unreachable()] = bundled.posts;
    const all = Array.from({ length: 20_000 }, (_, place) => {
      const instant = Date.UTC(2000, 0, 1) + place * 60_000 * minutes;
      const [text, time] = [textOf(place), new Date(instant).toISOString()];
      return {
        copy: { ...copy, id: `${place}`, text: text.replace('“', '\ufffd'), time: shownTime(instant, 60) },
        original: saidBy(`${place}`, { text, time }),
      };
    });
    const posts = all.slice(10_000).map(({ original }) => original);
    const copies = all.map((each) => each.copy);
    // What grows with the square takes 2 s and more.
    const join = () => joinSources({ ...bundled, posts: copies }, { ...said, posts }, partial);
    expect(await processorTime(join, 1_200)).toBeLessThan(1_200);
  },
  120_000,
);
