import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LinkedBy, LinkedBySource } from '../../core/protocol/linked-by.ts';
import type { Account, NewPost } from './account.ts';
import { type Hostile, startHostile } from './hostile.ts';
import { type LinkIndexStandIn, startLinkIndex } from './link-index.ts';
import { type LinkedByReader, openLinkedBy } from './linked-reader.ts';
import type { SharedNetwork } from './network.ts';
import { HOUR } from './reader.ts';
import { linking, post, SITE } from './report-posts.ts';
import { joinNetwork } from './shared-network.ts';

let network: SharedNetwork;
let standIn: LinkIndexStandIn;
let appView: Hostile;
let index: Hostile;
let reader: LinkedByReader;
let pages = 0;
let accounts = 0;

beforeAll(async () => {
  network = await joinNetwork();
  standIn = await startLinkIndex(network.pds);
});
afterAll(() => standIn?.stop());
beforeEach(async () => {
  appView = await startHostile(network.appView);
  index = await startHostile(standIn.address);
  reader = await openLinkedBy({ appView: appView.address, linkIndex: index.address });
});
afterEach(() => Promise.all([appView.stop(), index.stop()]));

/** A page that no other test's posts link to. */
function newPage(): string {
  pages += 1;
  return `${SITE}/publication/report/linked-by-${pages}`;
}

async function newAccount(labels: readonly string[] = []): Promise<Account> {
  accounts += 1;
  return network.createAccount({ handle: `linker-${accounts}.test`, displayName: `Linker ${accounts}`, labels });
}

const text = (said: string, address: string): NewPost => linking(post(`${said}: see here`, '02-01'), 'here', address);
const card = (said: string, uri: string): NewPost => ({
  ...post(said, '02-02'),
  embed: {
    $type: 'app.bsky.embed.external',
    external: { uri, title: 'Linked | Institute for Government', description: '' },
  },
});
const edited = (written: NewPost) => {
  const { reply: _, ...record } = written;
  return record;
};

async function settle(): Promise<void> {
  await network.processAll();
  await standIn.settle();
}

async function ask(address: string): Promise<LinkedBy> {
  const answer = await reader.answers.askLinkedBy({ address }, null);
  return answer.ok ? answer.value : expect.unreachable(answer.error.kind);
}

const textsOf = ({ accounts: all }: LinkedBy) => all.flatMap(({ posts }) => posts.map((each) => each.text)).sort();
const sourceOf = ({ sources }: LinkedBy, name: LinkedBySource) => sources.find((source) => source.name === name);

describe('a link index (stand-in, fed by the firehose of a real PDS)', () => {
  test('finds links in texts, cards and beside quotations, with and without www and a slash, and no tracked ones', async () => {
    const page = newPage();
    const bare = page.replace('www.', '');
    const account = await newAccount();
    const [quoted] = await account.post(post('Quoted', '01-01'));
    if (quoted === undefined) return expect.unreachable();
    await account.post(
      text('With www', page),
      text('Without www', bare),
      text('With a slash', `${page}/`),
      card('A card without www and with a slash', `${bare}/`),
      {
        ...post('A card beside a quotation', '02-03'),
        embed: {
          $type: 'app.bsky.embed.recordWithMedia',
          record: { $type: 'app.bsky.embed.record', record: quoted },
          media: { $type: 'app.bsky.embed.external', external: { uri: page, title: 'Linked', description: '' } },
        },
      },
      text('Tracked', `${page}?utm_source=bluesky&utm_medium=social`),
      text('A chapter', `${page}#chapter-2`),
      text('Another page', `${page}-b`),
    );
    await settle();
    const answer = await ask(`${bare}/?utm_source=mine#top`);
    expect(textsOf(answer)).toEqual(
      [
        'A card beside a quotation',
        'A card without www and with a slash',
        'With a slash: see here',
        'With www: see here',
        'Without www: see here',
      ].sort(),
    );
    expect(answer.addresses).toEqual([page, bare, `${page}/`, `${bare}/`]);
    expect(sourceOf(answer, 'index')).toMatchObject({ state: 'answered', found: 5 });
    expect(sourceOf(answer, 'search')).toMatchObject({ state: 'not-offered' });
    const [linker] = answer.accounts;
    expect(linker).toMatchObject({ did: account.did, handle: account.handle, isInLibrary: false });
    for (const each of linker?.posts ?? [])
      expect(each).toMatchObject({ foundBy: ['index'], isInLibrary: false, isKept: false, threadOf: null });
  });

  test('is told nothing but the forms of the address, and nobody is told who asks', async () => {
    const page = newPage();
    await ask(`${page}?token=secret&utm_source=mine#part`);
    expect(new Set(index.asked.map(({ path }) => new URL(path, page).searchParams.get('subject')))).toEqual(
      new Set([page, page.replace('www.', ''), `${page}/`, `${page.replace('www.', '')}/`]),
    );
    expect(index.asked).toHaveLength(12);
    const sent = JSON.stringify([...index.asked, ...appView.asked]);
    for (const private_ of ['secret', 'utm_source', 'cookie', 'referer', 'authorization'])
      expect(sent).not.toContain(private_);
    for (const { headers } of index.asked) expect(headers.accept).toBe('application/json');
  });

  test('may name what is gone, edited, for who is signed in, taken down or somebody else’s: none of it is shown', async () => {
    const page = newPage();
    const [plain, private_, downed, leaver, blocker] = await Promise.all([
      newAccount(),
      newAccount(['!no-unauthenticated']),
      newAccount(),
      newAccount(),
      newAccount(),
    ]);
    const write = async (account: Account, said: string) => {
      const [written] = await account.post(text(said, page));
      return written?.uri ?? expect.unreachable();
    };
    await write(plain, 'Stays');
    const deleted = await write(plain, 'Deleted');
    const changed = await write(plain, 'Edited');
    const hidden = await write(plain, 'Labelled');
    await write(private_, 'For who is signed in');
    await write(downed, 'Taken down');
    await write(leaver, 'Of who has left');
    await write(blocker, 'Of who blocks the first');
    await blocker.block(plain.did);
    await settle();
    // All of it is in the index, as one that is behind would have it.
    const before = await ask(page);
    expect(textsOf(before)).toHaveLength(7);
    const names = await fetch(
      `${standIn.address}/xrpc/blue.microcosm.links.getBacklinks?${new URLSearchParams({
        subject: page,
        source: 'app.bsky.feed.post:facets[].features[app.bsky.richtext.facet#link].uri',
        limit: '100',
      })}`,
    ).then((response) => response.json());
    await plain.deletePost(deleted);
    await plain.editPost(changed, edited(text('Edited', `${page}-b`)));
    await network.label({ uri: hidden, val: '!takedown' });
    await network.takeDown(downed.did);
    await leaver.deactivate();
    await settle();
    const stale = await startAnswering(names);
    const late = await openLinkedBy({ appView: appView.address, linkIndex: stale.address });
    const answer = await late.answers.askLinkedBy({ address: page }, null);
    await stale.stop();
    if (!answer.ok) return expect.unreachable();
    // A block is between two who are signed in.
    expect(textsOf(answer.value)).toEqual(['Of who blocks the first: see here', 'Stays: see here']);
    expect(sourceOf(answer.value, 'index')).toMatchObject({ found: 8 });
    // An index that is up to date names less, and comes to the same.
    expect(textsOf(await ask(page))).toEqual(textsOf(answer.value));
    await network.restore(downed.did);
  });

  test('that has 500 posts is read to the end', { timeout: 120_000 }, async () => {
    const page = newPage();
    const account = await newAccount();
    await account.post(...Array.from({ length: 500 }, (_, number) => text(`Post ${number}`, page)));
    await settle();
    const started = performance.now();
    const answer = await ask(page);
    console.info(`500 posts: ${Math.round(performance.now() - started)} ms without pauses`);
    expect(textsOf(answer)).toHaveLength(500);
    expect(sourceOf(answer, 'posts')).toMatchObject({ state: 'answered', found: 500 });
    expect(index.asked.length).toBeLessThanOrEqual(40);
    expect(appView.asked.filter(({ path }) => path.includes('getPosts'))).toHaveLength(20);
    expect(index.mostAtOnce()).toBe(1);
  });

  test('names a thread’s posts, and each leads to the thread', async () => {
    const page = newPage();
    const account = await newAccount();
    const [root] = await account.post(post('First', '02-01'), {
      ...text('Second', page),
      reply: { root: 0, parent: 0 },
    });
    await settle();
    const [first] = (await ask(page)).accounts[0]?.posts ?? [];
    expect(first?.threadOf).toBe(`https://bsky.app/profile/${account.did}/post/${root?.uri.split('/').at(-1)}`);
  });
});

describe('the AppView’s search', () => {
  afterEach(() => network.offerSearch(false));

  test('refuses who is not signed in: it is tried once a day, and the rest goes on', async () => {
    const page = newPage();
    const account = await newAccount();
    await account.post(text('Found all the same', page));
    await settle();
    const tries = () => appView.asked.filter(({ path }) => path.includes('searchPostsV2')).length;
    expect(textsOf(await ask(page))).toHaveLength(1);
    await ask(page);
    reader.world.now += 23 * HOUR;
    await ask(page);
    expect(tries()).toBe(1);
    reader.world.now += HOUR;
    await ask(page);
    expect(tries()).toBe(2);
  });

  test('finds tracked links where it is offered, and says who found what', async () => {
    const page = newPage();
    const account = await newAccount();
    await account.post(text('Tracked', `${page}?utm_source=bluesky`), text('Plain', page));
    await settle();
    await network.offerSearch(true);
    const answer = await ask(page);
    expect(sourceOf(answer, 'search')).toMatchObject({ state: 'answered', found: 2, failure: null });
    const by = Object.fromEntries(
      answer.accounts.flatMap(({ posts }) => posts.map((each) => [each.text, each.foundBy])),
    );
    expect(by).toEqual({ 'Tracked: see here': ['search'], 'Plain: see here': ['index', 'search'] });
  });

  test('gives one page to who is not signed in, and that is said', async () => {
    const page = newPage();
    const account = await newAccount();
    await account.post(
      ...Array.from({ length: 120 }, (_, number) => text(`P ${number}`, `${page}?utm_source=${number}`)),
    );
    await settle();
    await network.offerSearch(true);
    const answer = await ask(page);
    expect(sourceOf(answer, 'search')).toMatchObject({ state: 'cut', found: 100 });
    expect(textsOf(answer)).toHaveLength(100);
  });
});

describe('kept posts', () => {
  test('an answer is there for a day; a kept post stays in the library until it is dropped', async () => {
    const page = newPage();
    const account = await newAccount();
    const [written] = await account.post(text('Worth keeping', page));
    const uri = written?.uri ?? expect.unreachable();
    await settle();
    expect(await reader.answers.readLinkedBy({ address: page }, null)).toEqual({ isAsking: false, last: null });
    const answer = await ask(page);
    const asked = index.asked.length + appView.asked.length;
    expect(await reader.answers.readLinkedBy({ address: `${page}/#top` }, null)).toEqual({
      isAsking: false,
      last: answer,
    });
    expect(await reader.answers.keepPost({ uri }, null)).toEqual({ ok: true, value: null });
    const library = await reader.library();
    expect(await library.describePost({ id: uri })).toMatchObject({ post: { text: 'Worth keeping: see here' } });
    expect((await library.describeFeeds()).find(({ id }) => id === 'kept-posts')).toMatchObject({ posts: 1 });
    const { last } = await reader.answers.readLinkedBy({ address: page }, null);
    expect(last?.accounts[0]?.posts[0]).toMatchObject({ isKept: true, isInLibrary: false });
    expect(await reader.answers.listKeptPosts({ start: 0 }, null)).toMatchObject({ posts: [{ uri }], total: 1 });
    expect(index.asked.length + appView.asked.length).toBe(asked);
    reader.world.now += 24 * HOUR;
    expect(await reader.answers.readLinkedBy({ address: page }, null)).toEqual({ isAsking: false, last: null });
    expect(await reader.answers.keepPost({ uri: `${uri}x` }, null)).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    });
    expect(await reader.answers.dropKeptPost({ uri }, null)).toEqual({ ok: true, value: null });
    expect(await library.describePost({ id: uri })).toBeNull();
    expect((await library.describeFeeds()).map(({ id }) => id)).toEqual([]);
  });

  test('a post of an account that is added is in the library, also once it is kept', async () => {
    const page = newPage();
    const account = await newAccount();
    const [written] = await account.post(text('Read anyway', page));
    const uri = written?.uri ?? expect.unreachable();
    await settle();
    await reader.add(account.did);
    expect((await ask(page)).accounts).toMatchObject([
      { isInLibrary: true, posts: [{ isInLibrary: true, isKept: false }] },
    ]);
    await reader.answers.keepPost({ uri }, null);
    const { last } = await reader.answers.readLinkedBy({ address: page }, null);
    expect(last?.accounts).toMatchObject([{ isInLibrary: true, posts: [{ isInLibrary: true, isKept: true }] }]);
    await reader.answers.dropKeptPost({ uri }, null);
    expect(await (await reader.library()).describePost({ id: uri })).not.toBeNull();
  });
});

describe('servers that misbehave', () => {
  const BAD = [
    'html',
    'empty',
    'closed',
    'half',
    'nonsense',
    'null',
    'redirect',
    '429',
    '429-html',
    '403-html',
    '500',
    'large',
  ];
  test.each(BAD as Parameters<Hostile['misbehave']>[0][])(
    'an index that answers %s: it is said, and soon',
    async (deed) => {
      index.misbehave(deed);
      const answer = await ask(newPage());
      const expected: Record<string, string> = {
        closed: 'not-reached',
        '429': 'too-many',
        '429-html': 'too-many',
        large: 'cut',
      };
      expect(sourceOf(answer, 'index')).toMatchObject({ state: expected[deed] ?? 'refused', found: 0 });
      expect(index.asked).toHaveLength(1);
      expect(index.bytesSent()).toBeLessThan(16_000_000);
      expect(answer.accounts).toEqual([]);
    },
  );

  test('an index that asks for a pause gets it, and it is said until when', async () => {
    const page = newPage();
    index.misbehave('429');
    const again = sourceOf(await ask(page), 'index')?.again ?? 0;
    expect(again).toBeGreaterThan(reader.world.now);
    index.behave();
    expect(sourceOf(await ask(page), 'index')).toMatchObject({ state: 'too-many', again });
    expect(index.asked).toHaveLength(1);
    reader.world.now = again + 1;
    expect(sourceOf(await ask(page), 'index')).toMatchObject({ state: 'answered', again: null });
  });

  test.each(['silent', 'slow'] as const)('an index that is %s is given up', async (deed) => {
    index.misbehave(deed);
    const late = await openLinkedBy({ appView: appView.address, linkIndex: index.address, patience: 500 });
    const answer = await late.answers.askLinkedBy({ address: newPage() }, null);
    expect(answer.ok && sourceOf(answer.value, 'index')).toMatchObject({ state: 'not-reached', found: 0 });
  });

  test('an index that names other people’s posts, posts of nobody and no posts', async () => {
    const page = newPage();
    const account = await newAccount();
    const [other, right] = await account.post(text('Links elsewhere', `${page}-b`), text('Links here', page));
    await settle();
    const record = (uri = '') => ({ did: uri.split('/')[2], collection: uri.split('/')[3], rkey: uri.split('/')[4] });
    const lying = await startAnswering({
      total: 1_000_000,
      records: [
        record(other?.uri),
        record(right?.uri),
        record('at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/3kaaaaaaaaa2a'),
        { ...record(right?.uri), collection: 'app.bsky.feed.like' },
        7,
        null,
      ],
      cursor: 'for ever',
    });
    const lied = await openLinkedBy({ appView: appView.address, linkIndex: lying.address });
    const answer = await lied.answers.askLinkedBy({ address: page }, null);
    await lying.stop();
    if (!answer.ok) return expect.unreachable();
    expect(textsOf(answer.value)).toEqual(['Links here: see here']);
    expect(sourceOf(answer.value, 'index')).toMatchObject({ state: 'cut', found: 3 });
  });

  test('an AppView that does not say whether posts are still there has none of them shown, and nothing is kept for a day', async () => {
    const page = newPage();
    await (await newAccount()).post(text('Unconfirmed', page));
    await settle();
    appView.misbehave('500', (path) => path.includes('getPosts'));
    const answer = await ask(page);
    expect(answer.accounts).toEqual([]);
    expect(sourceOf(answer, 'index')).toMatchObject({ state: 'answered', found: 1 });
    expect(sourceOf(answer, 'posts')).toMatchObject({ state: 'refused', found: 0 });
    expect((await reader.answers.readLinkedBy({ address: page }, null)).last).toBeNull();
  });

  test('nothing is asked where it is not switched on, nor about what nobody else can read', async () => {
    const { world } = reader;
    for (const address of ['http://192.168.1.1/a', 'about:blank', 'file:///a', 'nonsense', 'https://printer.local/'])
      expect(await reader.answers.askLinkedBy({ address }, null)).toEqual({ ok: false, error: { kind: 'no-address' } });
    world.consent = { ...world.consent, on: { ...world.consent.on, ask: false } };
    expect(await reader.answers.askLinkedBy({ address: newPage() }, null)).toEqual({
      ok: false,
      error: { kind: 'not-allowed' },
    });
    expect([...index.asked, ...appView.asked]).toEqual([]);
  });

  test('who asks twice at once waits for one answer', async () => {
    const page = newPage();
    const both = [ask(page), ask(`${page}/`)];
    await expect.poll(async () => (await reader.answers.readLinkedBy({ address: page }, null)).isAsking).toBe(true);
    const [one, other] = await Promise.all(both);
    expect(one).toEqual(other);
    expect(index.asked).toHaveLength(12);
  });
});

/** A server that answers always the same. */
async function startAnswering(answer: unknown) {
  const { createServer } = await import('node:http');
  const { addressOf } = await import('./control.ts');
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: addressOf(server),
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
