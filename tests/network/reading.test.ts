import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Account, NewPost } from './account.ts';
import { type Hostile, startHostile } from './hostile.ts';
import type { SharedNetwork } from './network.ts';
import { DAY, DONE, openReader, type Reader, START } from './reader.ts';
import type { PostRecord } from './records.ts';
import { about, linking, post, REPORT, REPORT_CARD, SITE, thread } from './report-posts.ts';
import { createSeedAccount, PIXEL, type SeedAccount } from './seed-account.ts';
import { joinNetwork } from './shared-network.ts';
import { xrpc } from './xrpc.ts';

let network: SharedNetwork;
let accounts = 0;

beforeAll(async () => {
  network = await joinNetwork();
});

/** An account with posts that the AppView knows. */
async function writes(...posts: readonly NewPost[]): Promise<Account> {
  accounts += 1;
  const handle = `ada-${accounts}.test`;
  const account = await network.createAccount({ handle, displayName: 'Ada', bio: 'Writes about buying.' });
  await account.post(...posts);
  await network.processAll();
  return account;
}

describe('the bundled account', () => {
  let seed: SeedAccount;
  let outside: Hostile;
  let reader: Reader;
  let ifgAddresses: readonly string[];

  beforeAll(async () => {
    seed = await createSeedAccount(network, 'ben-of-reading.test');
    await network.processAll();
    ifgAddresses = (await addressesOf(seed.account.did)).filter((each) => each.startsWith(SITE));
    outside = await startHostile(network.appView, (path) =>
      path.replace('drbenpaxton.bsky.social', seed.account.handle),
    );
    reader = await openReader(outside.address, { bundled: [seed.feed] });
  });
  afterAll(() => outside.stop());

  test('has not all of its addresses before', async () => {
    const claims = await reader.sureness(ifgAddresses);
    expect(claims.filter((claim) => claim === 'likely')).toHaveLength(7);
    expect(claims.filter((claim) => claim === 'exact')).toHaveLength(4);
  });

  test('is brought up to date: every post has its address, and none is there twice', async () => {
    const { feed, uris, lost, account } = seed;
    expect(await reader.answers().bringUpToDate({ feed: feed.id }, null)).toEqual(DONE);
    await reader.settle();
    const { posts, threads, recommendations, origin } = await reader.feed(feed.id);
    expect(posts.map(({ uri }) => uri).sort()).toEqual([...uris.values(), ...lost].sort());
    expect(posts.map(({ time }) => time)).toEqual(
      posts
        .map(({ time }) => time)
        .sort()
        .reverse(),
    );
    expect(origin).toEqual({ kind: 'bluesky', did: account.did });
    expect(threads.map((each) => each.posts.length)).toEqual([2, 17]);
    expect(threads.map(({ start }) => start)).toEqual(['shown', 'shown']);
    expect(recommendations).toHaveLength(14);
    expect(recommendations.map(({ text }) => text)).toEqual(feed.recommendations.map(({ text }) => text));
    expect((await reader.feeds()).map(({ id }) => id)).toEqual([feed.id]);
    expect(new Map((await reader.row(account.did)).renamed)).toEqual(uris);
  });

  test('says who wrote what, and what was reposted', async () => {
    const { posts } = await reader.feed(seed.feed.id);
    for (const { uri, author, isRepost } of posts) {
      expect(uri?.startsWith(`at://${author?.did}/`)).toBe(true);
      expect(isRepost).toBe(author?.did === seed.colleague.did);
    }
    expect(posts.filter(({ isRepost }) => isRepost)).toHaveLength(
      seed.feed.posts.filter(({ isRepost }) => isRepost).length,
    );
  });

  test('has all of its addresses: what was likely is exact', async () => {
    expect(new Set(await reader.sureness(ifgAddresses))).toEqual(new Set(['exact']));
    const { publications } = await reader.feed(seed.feed.id);
    const own = (all: typeof publications) => all.flatMap(({ id, isIfg }) => (isIfg ? [id] : [])).sort();
    expect(own(publications)).toEqual(own(seed.feed.publications));
  });

  test('loses what its author deletes, also where the extension brings it along', async () => {
    const { id } = seed.feed.posts.find(({ thread, isRepost }) => thread === null && !isRepost) ?? expect.unreachable();
    const uri = seed.uris.get(id) ?? '';
    await seed.account.deletePost(uri);
    await network.processAll();
    await reader.refresh();
    const { posts } = await reader.feed(seed.feed.id);
    expect(posts.map((each) => each.uri)).not.toContain(uri);
    expect(posts).toHaveLength(seed.feed.posts.length);
  });

  test('is hidden with what the extension brings along while it is deactivated, and once it has gone for good', async () => {
    await seed.account.deactivate();
    await network.processAll();
    await reader.refresh();
    expect((await reader.feed(seed.feed.id)).posts).toEqual([]);
    expect(new Set(await reader.sureness(ifgAddresses))).not.toContain('exact');
    await seed.account.reactivate();
    await network.processAll();
    await reader.refresh();
    expect((await reader.feed(seed.feed.id)).posts).toHaveLength(seed.feed.posts.length);
    await network.takeDown(seed.account.did);
    await network.processAll();
    await reader.refresh();
    await reader.refresh(DAY);
    expect((await reader.feed(seed.feed.id)).posts).toEqual([]);
    expect(await reader.background().store.countPosts(seed.account.did)).toBe(0);
  });

  test('is hidden also where it goes before any of it was read', async () => {
    await network.restore(seed.account.did);
    await network.processAll();
    const one = await openReader(outside.address, { bundled: [seed.feed] });
    const from = outside.asked.length;
    outside.misbehave('closed', (_, index) => index === from + 1);
    await one.answers().bringUpToDate({ feed: seed.feed.id }, null);
    await one.settle();
    await seed.account.deactivate();
    await network.processAll();
    await one.refresh();
    expect(await one.row(seed.account.did)).toMatchObject({ sweptAt: null, hidden: { why: 'deactivated' } });
    expect((await one.feed(seed.feed.id)).posts).toEqual([]);
    await one.answers().removeAccount({ did: seed.account.did }, null);
    expect(await one.feeds()).toEqual([seed.feed]);
  });

  test('is as it was bundled once it is removed', async () => {
    await reader.answers().removeAccount({ did: seed.account.did }, null);
    expect(await reader.feeds()).toEqual([seed.feed]);
  });

  test('is left alone where another account has its name by now', async () => {
    const another = await writes(about('Something else', '02-02'));
    const misled = await startHostile(network.appView, (path) =>
      path.replace('drbenpaxton.bsky.social', another.handle),
    );
    const one = await openReader(misled.address, { bundled: [seed.feed] });
    await one.answers().bringUpToDate({ feed: seed.feed.id }, null);
    await one.settle();
    expect(await one.feeds()).toEqual([seed.feed]);
    expect((await one.row(another.did)).hidden?.why).toBe('another');
    await misled.stop();
  });
});

describe('an account of more than one page', () => {
  let account: Account;
  const talk = (count: number, month: string) =>
    Array.from({ length: count }, (_, index) => post(`${month}, talk ${index + 1}`, `${month}-01`, index));
  const points = ['1. Buy better.', '2. Buy less.', '3. Buy later.', '4. Buy here.', '5. Buy there.', '6. Buy it all.'];
  const chain = [
    about('A report on procurement', '02-01'),
    ...points.map((text, index) => post(text, '02-01', index + 1)),
  ];

  beforeAll(async () => {
    // The first hundred end in the middle of the chain.
    const newer = [
      ...talk(94, '03').map((each) => ({
        ...each,
        createdAt: each.createdAt.replace('-03-', '-02-').replace('-01T', '-02T'),
      })),
      about('And again', '02-20'),
      about('And again', '02-21'),
    ];
    account = await writes(...talk(20, '01'), ...thread(chain, 20), ...newer);
  });

  test.each([
    ['handle', () => account.handle],
    ['handle with an @, in capitals', () => `@${account.handle.toUpperCase()}`],
    ['DID', () => account.did],
    ['address of its profile', () => `https://bsky.app/profile/${account.handle}`],
  ])('is previewed by its %s', async (_, name) => {
    const reader = await openReader(network.appView);
    expect(await reader.answers().previewAccount({ actor: name() }, null)).toEqual({
      ok: true,
      value: {
        did: account.did,
        profile: expect.objectContaining({
          handle: account.handle,
          displayName: 'Ada',
          bio: 'Writes about buying.',
          posts: 123,
        }),
        isAdded: false,
        looked: 100,
        // The chain’s first post is on the second page.
        speaking: 2,
      },
    });
    expect(await reader.background().store.readAll()).toEqual([]);
    expect(await reader.feeds()).toEqual([]);
  });

  test('is added by its handle, with the thread that goes on on the next page', async () => {
    const reader = await openReader(network.appView);
    await reader.add(account.handle);
    const { posts, threads } = await reader.feed(`bluesky:${account.did}`);
    const inOrder = ['A report on procurement', ...points];
    expect(posts.map(({ text }) => text)).toEqual(['And again', 'And again', ...inOrder.toReversed()]);
    expect(threads.map((each) => each.posts)).toEqual([
      posts
        .slice(2)
        .map(({ id }) => id)
        .toReversed(),
    ]);
    expect(await reader.sureness([REPORT])).toEqual(['exact']);
    expect(await reader.background().store.countPosts(account.did)).toBe(9);
    const [state] = (await reader.answers().readAccounts({}, null)).accounts;
    expect(state).toMatchObject({ posts: 9, readAt: START + 500, reading: null, failure: null, hidden: null });
  });

  test('is added by its DID, with all of its posts', async () => {
    const reader = await openReader(network.appView);
    await reader.add(account.did, 'all');
    expect(await reader.posts(account.did)).toHaveLength(123);
    expect(new Set(await reader.texts(account.did)).size).toBe(122);
  });

  test.each([1, 2, 3])(
    'has all of its posts where its reader wants that while it is read, at request %i',
    async (number) => {
      const server = await startHostile(network.appView, (path) => path.replace('limit=100', 'limit=20'));
      const reader = await openReader(server.address);
      await reader.add(account.did);
      expect(await reader.posts(account.did)).toHaveLength(9);
      const from = server.asked.length;
      server.misbehave('closed', (_, index) => {
        if (index === from + number - 1) void reader.answers().keepPosts({ did: account.did, keep: 'all' }, null);
        return false;
      });
      await reader.refresh();
      await reader.settle();
      expect(await reader.posts(account.did)).toHaveLength(123);
      expect(await reader.row(account.did)).toMatchObject({ keep: 'all', reading: null, failure: null });
      await server.stop();
    },
  );
});

describe('records', () => {
  test('have their facets where the bytes of their text are', async () => {
    const text = 'Café culture & 🏛️ reform: see instituteforgovernment.org.uk/publication/… for more';
    const shown = 'instituteforgovernment.org.uk/publication/…';
    const account = await writes(linking(post(text, '02-01'), shown, `${REPORT}?utm_source=bluesky#chapter-2`));
    const reader = await openReader(network.appView);
    await reader.add(account.did);
    const address = `${REPORT}?utm_source=bluesky#chapter-2`;
    const [stored] = await reader.background().store.readPosts(account.did);
    expect(stored?.post.links).toEqual([{ shown, address }]);
    expect(await reader.posts(account.did)).toMatchObject([
      { text, addresses: [{ shown: address, isComplete: true }] },
    ]);
  });

  test.each([
    ['that splits a character', 1, 3],
    ['that is reversed', 20, 10],
    ['that is out of the text', 0, 1000],
  ])('with a facet %s are read without it', async (_, byteStart, byteEnd) => {
    const features = [{ $type: 'app.bsky.richtext.facet#link' as const, uri: REPORT }];
    const account = await writes({
      ...post('Éire and its reports', '02-01'),
      facets: [{ index: { byteStart, byteEnd }, features }],
    });
    const reader = await openReader(network.appView);
    await reader.add(account.did, 'all');
    expect(await reader.texts(account.did)).toEqual(['Éire and its reports']);
    const [stored] = await reader.background().store.readPosts(account.did);
    expect(stored?.post.links).toEqual([]);
  });

  test('have cards beside quotes, and what images say', async () => {
    const account = await writes();
    const image = await account.uploadBlob(PIXEL, 'image/png');
    const [quoted] = await account.post(post('What is quoted', '02-01'));
    if (quoted === undefined) return expect.unreachable();
    const quote = { $type: 'app.bsky.embed.record', record: quoted } as const;
    await account.post(
      {
        ...post('A card', '02-02'),
        embed: { $type: 'app.bsky.embed.recordWithMedia', record: quote, media: REPORT_CARD },
      },
      {
        ...post('A picture', '02-03'),
        embed: { $type: 'app.bsky.embed.images', images: [{ image, alt: `See ${REPORT}` }] },
        langs: ['en', 'cy'],
      },
      { ...post('Nothing of it', '02-04'), embed: quote },
    );
    await network.processAll();
    const reader = await openReader(network.appView);
    await reader.add(account.did);
    expect(await reader.posts(account.did)).toMatchObject([
      { text: 'A picture', images: 1, alternativeTexts: [`See ${REPORT}`], languages: ['en', 'cy'] },
      { text: 'A card', linkCard: { title: 'Public procurement', siteName: 'Institute for Government' } },
    ]);
  });

  test('that quote somebody else’s post are about what its card leads to, as long as that is there', async () => {
    const other = await writes();
    const [announced] = await other.post(about('Our report', '02-01'));
    if (announced === undefined) return expect.unreachable();
    const embed = { $type: 'app.bsky.embed.record', record: announced } as const;
    const account = await writes({ ...post('A year on, nothing.', '02-02'), embed }, about('Read this', '02-03'));
    const reader = await openReader(network.appView);
    await reader.add(account.did);
    const aboutEach = async () =>
      (await reader.posts(account.did)).map(({ text, publications }) => [text, publications]);
    const [[, report] = []] = await aboutEach();
    expect(report).toHaveLength(1);
    expect(await aboutEach()).toEqual([
      ['Read this', report],
      ['A year on, nothing.', report],
    ]);
    await other.deletePost(announced.uri);
    await network.processAll();
    await reader.refresh();
    expect(await aboutEach()).toEqual([['Read this', report]]);
  });

  test('of an own post that was reposted are one post, and of another’s a repost', async () => {
    const [account, colleague] = [await writes(), await writes()];
    const [own] = await account.post(about('Mine', '02-01'), post('Between', '02-02'), post('Between', '02-03'));
    const [other] = await colleague.post(about('Theirs', '01-01'));
    if (own === undefined || other === undefined) return expect.unreachable();
    await account.repost(own, '2026-02-10T08:00:00.000Z');
    await account.repost(other, '2026-02-11T08:00:00.000Z');
    await network.processAll();
    // On one page, and on pages of one item each.
    for (const limit of [100, 1]) {
      const paged = await startHostile(network.appView, (path) => path.replace('limit=100', `limit=${limit}`));
      const reader = await openReader(paged.address);
      await reader.add(account.did);
      const expected = [
        { text: 'Mine', uri: own.uri, isRepost: false, time: '2026-02-01T08:00:00.000Z' },
        { text: 'Theirs', uri: other.uri, isRepost: true, author: { did: colleague.did } },
      ];
      expect(await reader.posts(account.did)).toMatchObject(expected);
      // On the newest pages, the own post is there only as what was reposted.
      await reader.refresh();
      expect(await reader.posts(account.did)).toMatchObject(expected);
      const preview = await reader.answers().previewAccount({ actor: account.did }, null);
      expect(preview).toMatchObject({ ok: true, value: { looked: limit === 1 ? 1 : 4, isAdded: true } });
      await paged.stop();
    }
  });

  test('that are pinned are one post', async () => {
    const account = await writes();
    const [pinned] = await account.post(about('Pinned', '02-01'), post('After it', '02-02'));
    await account.putRecord('app.bsky.actor.profile', 'self', { displayName: 'Ada', pinnedPost: pinned });
    await network.processAll();
    const reader = await openReader(network.appView);
    await reader.add(account.did, 'all');
    expect(await reader.texts(account.did)).toEqual(['After it', 'Pinned']);
  });

  test('are hidden where a labeler says so, and come back', async () => {
    const account = await writes(about('Fine', '02-01'), about('Labelled', '02-02'), about('Taken down', '02-03'));
    const reader = await openReader(network.appView);
    await reader.add(account.did);
    const [down, labelled] = await reader.posts(account.did);
    await network.label({ uri: labelled?.uri ?? '', val: '!hide' });
    await network.label({ uri: down?.uri ?? '', val: '!takedown' });
    await reader.refresh();
    expect(await reader.texts(account.did)).toEqual(['Fine']);
    await network.label({ uri: labelled?.uri ?? '', val: '!hide', neg: true });
    await network.label({ uri: down?.uri ?? '', val: '!takedown', neg: true });
    await reader.refresh();
    expect(await reader.texts(account.did)).toEqual(['Taken down', 'Labelled', 'Fine']);
  });
});

describe('a refresh of an account with many pages', () => {
  const numbered = Array.from({ length: 12 }, (_, index) => about(`Number ${index + 1}`, '02-01', index));
  const texts = numbered.map(({ text }) => text).toReversed();
  let account: Account;
  let paged: Hostile;
  let reader: Reader;
  const uriOf = async (text: string) =>
    (await reader.posts(account.did)).find((each) => each.text === text)?.uri ?? expect.unreachable(text);

  beforeAll(async () => {
    account = await writes(...numbered);
    paged = await startHostile(network.appView, (path) => path.replace('limit=100', 'limit=2'));
    reader = await openReader(paged.address);
    await reader.add(account.did);
  });
  afterAll(() => paged.stop());

  test('asks no more than it has to', async () => {
    const before = paged.asked.length;
    await reader.refresh();
    expect(methodsSince(before)).toEqual(['getProfile', 'getAuthorFeed', 'getAuthorFeed', 'getPosts']);
    expect(await reader.texts(account.did)).toEqual(texts);
  });

  test('brings what is new, and says so', async () => {
    const [added] = await account.post({
      ...about('New', '02-01'),
      createdAt: new Date(reader.world.now + 1000).toISOString(),
    });
    await network.processAll();
    const before = paged.asked.length;
    await reader.refresh();
    expect(await reader.texts(account.did)).toEqual(['New', ...texts]);
    expect(await reader.background().store.readFresh()).toEqual([added?.uri]);
    expect(methodsSince(before)).toEqual(['getProfile', ...Array(3).fill('getAuthorFeed'), 'getPosts']);
    const [publication] = (await reader.feed(`bluesky:${account.did}`)).publications;
    expect(await reader.answers().readFresh({}, null)).toEqual([{ publication: publication?.id, posts: 1 }]);
  });

  test('reads anew what was edited, on any page', async () => {
    const uri = await uriOf('Number 3');
    await account.editPost(uri, { ...about('Number three', '02-01', 2), text: 'Number three' } as PostRecord);
    await network.processAll();
    await reader.refresh();
    expect(await reader.texts(account.did)).toEqual([
      'New',
      ...texts.map((text) => (text === 'Number 3' ? 'Number three' : text)),
    ]);
    expect(await uriOf('Number three')).toBe(uri);
  });

  test('takes out what was deleted, on any page', async () => {
    for (const text of ['Number 2', 'Number 11']) await account.deletePost(await uriOf(text));
    await network.processAll();
    await reader.refresh();
    const left = await reader.texts(account.did);
    expect(left).toHaveLength(11);
    for (const text of ['Number 2', 'Number 11']) expect(left).not.toContain(text);
    expect(await reader.background().store.countPosts(account.did)).toBe(13);
    await reader.refresh(DAY);
    expect(await reader.texts(account.did)).toEqual(left);
    expect(await reader.background().store.countPosts(account.did)).toBe(11);
  });

  test('finds a post whose day is in the past once all is read, a month later', async () => {
    await account.post(about('Backdated', '01-01'));
    await network.processAll();
    await reader.refresh();
    expect(await reader.texts(account.did)).not.toContain('Backdated');
    await reader.refresh(31 * DAY);
    expect((await reader.texts(account.did)).at(-1)).toBe('Backdated');
  });

  test('knows the account where its handle has changed', async () => {
    await account.changeHandle('ada-lovelace.test');
    await network.processAll();
    await reader.refresh();
    const { profile, posts } = await reader.feed(`bluesky:${account.did}`);
    expect(profile.handle).toBe('ada-lovelace.test');
    expect(new Set(posts.map(({ author }) => author?.handle))).toEqual(new Set(['ada-lovelace.test']));
    expect((await reader.row(account.did)).profile.handle).toBe('ada-lovelace.test');
  });

  const methodsSince = (before: number) =>
    paged.asked.slice(before).map(({ path }) => /app\.bsky\.\w+\.(\w+)/.exec(path)?.[1]);
});

describe('accounts that may be worth adding', () => {
  test('are those that posts mention, the most mentioned first, and none that is added', async () => {
    const account = await writes(
      about('With @bea.test and @cy.test', '02-01'),
      about('With @cy.test', '02-02'),
      about(`With @ada-${accounts + 1}.test`, '02-03'),
    );
    const reader = await openReader(network.appView);
    await reader.add(account.did);
    const { suggestions } = await reader.answers().suggestMentioned({}, null);
    expect(suggestions.map(({ handle, mentions }) => [handle, mentions])).toEqual([
      ['cy.test', 2],
      ['bea.test', 1],
    ]);
  });

  test('are those that an added one follows, page by page', async () => {
    const account = await writes(about('With @friend-2.test', '02-01'));
    const friends = [];
    for (const number of [1, 2, 3, 4, 5]) {
      const bio = number === 3 ? 'Researcher at the Institute for Government' : 'Gardener';
      const labels = number === 4 ? ['!no-unauthenticated'] : [];
      const friend = await network.createAccount({
        handle: `friend-${number}.test`,
        displayName: `Friend ${number}`,
        bio,
        labels,
      });
      await account.follow(friend.did);
      friends.push(friend);
    }
    await network.processAll();
    const paged = await startHostile(network.appView, (path) => path.replace('limit=100', 'limit=3'));
    const reader = await openReader(paged.address);
    await reader.add(account.did);
    await reader.add(friends[0]?.did ?? '', 'all');
    const pages: (readonly string[])[] = [];
    for (let cursor: string | null = null, isEnd = false; !isEnd; isEnd = cursor === null) {
      const page = await reader.answers().suggestFollowed({ did: account.did, cursor }, null);
      if (!page.ok) return expect.unreachable(JSON.stringify(page.error));
      pages.push(page.value.suggestions.map(({ handle }) => handle));
      cursor = page.value.cursor;
    }
    // The newest first; who names the Institute, then who is mentioned, before others; neither who is added nor who asks not to be shown.
    expect(pages.filter((page) => page.length > 0)).toEqual([['friend-3.test', 'friend-5.test'], ['friend-2.test']]);
    await paged.stop();
  });
});

async function addressesOf(did: string): Promise<string[]> {
  const { feed } = (await xrpc(network.appView, 'app.bsky.feed.getAuthorFeed', {
    query: { actor: did, limit: 100 },
  })) as {
    feed: readonly { post: { record: PostRecord } }[];
  };
  return feed.flatMap(({ post: { record } }) => [
    ...(record.facets ?? []).flatMap(({ features }) =>
      features.flatMap((each) => (each.$type === 'app.bsky.richtext.facet#link' ? [each.uri] : [])),
    ),
    ...(record.embed?.$type === 'app.bsky.embed.external' ? [record.embed.external.uri] : []),
  ]);
}
