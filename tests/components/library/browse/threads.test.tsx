// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Copying } from '../../../../components/copy-button.tsx';
import { ThreadWays } from '../../../../components/library/browse/thread-ways.tsx';
import type { Post } from '../../../../core/model/post.ts';
import type {
  LibraryPageRequests,
  PostDetails,
  ThreadDetails,
  ThreadLine,
} from '../../../../core/protocol/library-page.ts';
import { PostView } from '../../../../entrypoints/library/browse/post.tsx';
import { ThreadView } from '../../../../entrypoints/library/browse/thread.tsx';
import { ThreadsView } from '../../../../entrypoints/library/browse/threads.tsx';
import { findFaults } from '../../find-faults.ts';
import { clear } from '../../in-english.tsx';
import { readBundledFeed } from '../../seeds.ts';
import { answersOf } from './answers.ts';
import { fakeBackground, press, showView, texts } from './asking.tsx';

// What is not laid out cannot be scrolled to.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {});
});
afterEach(clear);

const feed = readBundledFeed();
const answers = answersOf(feed);
const LONG = feed.threads.find(({ posts }) => posts.length === 16);
if (LONG === undefined) throw new Error('the bundled feed has no thread of 16');
const idAt = (place: number) => LONG.posts[place] ?? '';
const NASTY = '<img src=x onerror="alert(1)">';

describe('threads', () => {
  const show = (items: readonly ThreadLine[]) => {
    const { ask, asked } = fakeBackground({
      listThreads: ({ start }) => ({ items: items.slice(start, start + 100), total: items.length }),
    });
    return showView(<ThreadsView route={{ view: 'threads' }} ask={ask} go={() => {}} />).then((root) => ({
      root,
      asked,
    }));
  };

  test('stand under the months that they began in, by their opening words', async () => {
    const { root } = await show(answers.threadLines);
    expect(texts(root, 'h1, h2')).toEqual(['Threads', 'October 2025', 'September 2025']);
    expect(texts(root, '.line-title')[1]).toMatch(/^But barriers to making this a reality are:/);
    expect(texts(root, '.line-facts').slice(2)).toEqual([
      expect.stringMatching(/2025 · 16 posts · 14 recommendations$/),
      'About The role of procurement in delivering mission-led government',
    ]);
    expect(await findFaults(root)).toEqual([]);
  });

  test('lead to themselves and to what they are about', async () => {
    const { root } = await show(answers.threadLines);
    const links = [...root.querySelectorAll('.line a')].map((each) => each.getAttribute('href')).slice(2);
    expect(links).toEqual([
      `/library.html?${new URLSearchParams({ view: 'thread', id: LONG.id })}`,
      `/library.html?${new URLSearchParams({ view: 'publication', id: LONG.publication ?? '' })}`,
    ]);
  });

  test('come in parts, with the focus on what came, also where that is in another month', async () => {
    const lines = Array.from({ length: 130 }, (_, index) => ({
      ...(answers.threadLines[0] as ThreadLine),
      thread: { ...LONG, id: `thread:${index}`, time: index < 100 ? '2025-10-01T12:00' : '2025-09-01T12:00' },
      opening: `Thread ${index}`,
    }));
    const { root } = await show(lines);
    expect(texts(root, '.list-total')).toEqual(['130 threads · 100 of 130 shown']);
    await press(root.querySelector<HTMLElement>('.list-more button'));
    expect(texts(root, '.line-title')).toHaveLength(130);
    expect(document.activeElement?.textContent).toBe('Thread 100');
  });

  test('one that begins without words has a name', async () => {
    const { root } = await show([{ ...(answers.threadLines[0] as ThreadLine), opening: ' ' }]);
    expect(texts(root, '.line-title')).toEqual(['A post without words']);
  });

  test('where there are none, it says how they come', async () => {
    const { root } = await show([]);
    expect(texts(root, 'h1')).toEqual(['No threads yet']);
    expect(root.querySelector('.view-next a')?.getAttribute('href')).toBe('/library.html?view=accounts');
  });
});

describe('a thread as a document', () => {
  const show = (details: ThreadDetails | null) => {
    const { ask } = fakeBackground({ describeThread: () => details } satisfies Partial<LibraryPageRequests>);
    return showView(<ThreadView route={{ view: 'thread', id: LONG.id }} ask={ask} go={() => {}} />);
  };
  const details = answers.thread(LONG.id);

  test('says what it is about, from which feed, and when that was read', async () => {
    const root = await show(details);
    expect(texts(root, 'h1')).toEqual(['Thread on “The role of procurement in delivering mission-led government”']);
    expect(texts(root, '.view-kind')).toEqual([
      expect.stringMatching(/^Thread · 16 posts · .*2025 · in Ben Paxton’s feed$/),
    ]);
    expect(texts(root, 'dd').at(-1)).toMatch(/as of .*2025\. A feed can include reposts/);
    expect(texts(root, '.view-notice')).toEqual(['The start of this thread is missing from the feed.']);
    expect(await findFaults(root)).toEqual([]);
  });

  test('its posts are numbered as in the thread, dated, and lead to themselves', async () => {
    const root = await show({ ...details, posts: details.posts.slice(2) });
    const posts = [...root.querySelectorAll<HTMLLIElement>('.document-post')];
    expect(posts.map(({ value }) => value)).toEqual(Array.from({ length: 14 }, (_, index) => index + 3));
    expect(posts[0]?.querySelector('time')?.dateTime).toBe('2025-09-25T12:18');
    expect(posts[0]?.querySelector('.document-foot a')?.getAttribute('href')).toBe(
      `/library.html?${new URLSearchParams({ view: 'post', id: idAt(2) })}`,
    );
    expect(posts[0]?.querySelector('.document-text')?.getAttribute('dir')).toBe('auto');
  });

  test('a post has its address on Bluesky where that is known, and the words for its images', async () => {
    const [first, ...others] = details.posts;
    if (first === undefined) throw new Error('a thread without posts');
    const post = {
      ...first,
      uri: 'at://did:plc:abc/app.bsky.feed.post/3k',
      alternativeTexts: [NASTY],
      author: { did: 'did:plc:x', handle: 'someone.example', displayName: 'Someone' },
    };
    const root = await show({ ...details, posts: [post, ...others] });
    const [known, unknown] = root.querySelectorAll('.document-post');
    expect(known?.querySelector<HTMLAnchorElement>('.page-link')?.href).toBe(
      'https://bsky.app/profile/did:plc:abc/post/3k',
    );
    expect(texts(known as Element, '.document-note')).toEqual(['By Someone (@someone.example)', `Image: ${NASTY}`]);
    expect(unknown?.querySelector('.page-link')).toBeNull();
    expect(root.querySelectorAll('img')).toHaveLength(0);
  });

  test('what is a repost, and what has images without words, is said', async () => {
    const [first, second] = details.posts;
    if (first === undefined || second === undefined) throw new Error('a thread without posts');
    const root = await show({
      ...details,
      posts: [
        { ...first, isRepost: true, images: 2 },
        { ...second, images: 0 },
      ],
    });
    expect([...root.querySelectorAll('.document-post')].map((post) => texts(post, '.document-note'))).toEqual([
      ['A repost. The feed does not say who wrote it.', 'Has an image that is not shown here.'],
      [],
    ]);
  });

  test('recommendations keep their numbers and sections, and lead to their posts', async () => {
    const root = await show(details);
    const items = [...root.querySelectorAll<HTMLLIElement>('.numbered > li')];
    expect(items.map(({ value }) => value)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
    expect(texts(root, 'h3')).toHaveLength(3);
    expect(items[2]?.querySelector('button')?.textContent).toBe('Post 5');
    await press(items[2]?.querySelector('button'));
    expect(document.activeElement).toBe(root.querySelectorAll('.document-post')[4]);
  });

  test('is copied as Markdown, and saved as a record for reference managers', async () => {
    const onCopy = vi.fn(() => true);
    const onSave = vi.fn();
    const root = await showView(
      <Copying.Provider value={onCopy}>
        <ThreadWays details={details} onSave={onSave} />
      </Copying.Provider>,
    );
    const [copy, save] = root.querySelectorAll('button');
    expect([copy?.textContent, save?.textContent]).toEqual(['Copy as Markdown', 'Download RIS']);
    await press(copy);
    const [[markdown]] = onCopy.mock.calls as unknown as [[string]];
    expect(markdown).toMatch(/^# Thread on “The role of procurement in delivering mission-led government”\n\nFrom Ben/);
    expect(markdown).toContain('A feed can include reposts');
    expect(markdown).toContain('The start of this thread is missing from the feed.');
    expect(markdown).toContain('Links to: Innovate UK invests');
    await press(save);
    expect(onSave).toHaveBeenCalledExactlyOnceWith(
      'thread-2025-09-25.ris',
      'application/x-research-info-systems',
      expect.stringMatching(/^TY {2}- ELEC\nTI {2}- Thread on “The role.*\nPY {2}- 2025\n/s),
    );
    expect(await findFaults(root)).toEqual([]);
  });

  test.each([
    ['2025-09-25T23:50', '23:50'],
    ['2025-09-25T23:50:00.000Z', '23:50 UTC'],
  ])('is copied with its times as their source says them: %s', async (time, shown) => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    const onCopy = vi.fn(() => true);
    const posts = details.posts.slice(0, 1).map((post) => ({ ...post, time }));
    const root = await showView(
      <Copying.Provider value={onCopy}>
        <ThreadWays details={{ ...details, posts }} onSave={() => {}} />
      </Copying.Provider>,
    );
    await press(root.querySelector('button'));
    expect(onCopy).toHaveBeenCalledWith(expect.stringMatching(new RegExp(`^## 1\\. Sep 25, 2025, ${shown}$`, 'm')));
    vi.unstubAllEnvs();
  });

  test('about nothing, it is named by its day', async () => {
    const root = await show({ ...details, publication: null, recommendations: [] });
    expect(texts(root, 'h1')[0]).toMatch(/^Thread of .*2025$/);
    expect(root.querySelector('.document-recommendations')).toBeNull();
  });

  test('what is gone is said, with a way to the others', async () => {
    const root = await show(null);
    expect(texts(root, 'h1')).toEqual(['This is no longer in the library']);
    expect(root.querySelector('.view-next a')?.getAttribute('href')).toBe('/library.html?view=threads');
  });
});

describe('a post', () => {
  const show = (details: PostDetails | null) => {
    const { ask } = fakeBackground({ describePost: () => details } satisfies Partial<LibraryPageRequests>);
    return showView(<PostView route={{ view: 'post', id: '' }} ask={ask} go={() => {}} />);
  };

  test('stands within its thread: what is near is open, and the rest folded', async () => {
    const root = await show(answers.post(idAt(6)));
    expect(texts(root, 'h1')[0]).toMatch(/^Post of .*2025.*12:18/);
    expect(texts(root, 'summary')).toEqual(['Earlier in the thread: 4 posts', 'Later in the thread: 7 posts']);
    expect(texts(root, '.post-itself .ordinal')).toEqual(['7']);
    expect(texts(root, '.conversation > .posts .ordinal')).toEqual(['5', '6', '7', '8', '9']);
    expect(texts(root, '.ordinal')).toEqual(Array.from({ length: 16 }, (_, index) => String(index + 1)));
    expect(await findFaults(root)).toEqual([]);
  });

  const quoting = (quote: Post['quote'], quoted: Post | null) => {
    const details = answers.post(idAt(6));
    return show({ ...details, post: { ...details.post, quote }, quoted });
  };
  const QUOTED = 'at://did:plc:a/app.bsky.feed.post/b';

  test('shows what it quotes from the library', async () => {
    const { post } = answers.post(idAt(6));
    const root = await quoting(QUOTED, { ...post, id: QUOTED, uri: QUOTED, text: 'What <b>Bo</b> said.' });
    expect(texts(root, '.quoted-words')).toEqual(['What <b>Bo</b> said.']);
    const address = `/library.html?${new URLSearchParams({ view: 'post', id: QUOTED })}`;
    expect(root.querySelector('.quoted a')?.getAttribute('href')).toBe(address);
    expect(await findFaults(root)).toEqual([]);
  });

  test('leads to what it quotes where the library does not hold that', async () => {
    const root = await quoting(QUOTED, null);
    const [link] = root.querySelectorAll('.record-value a[title="This post on Bluesky"]');
    expect(link?.getAttribute('href')).toBe('https://bsky.app/profile/did:plc:a/post/b');
    expect(root.querySelector('.quoted')).toBeNull();
  });

  test.each(['none', null, 'at://did:plc:a/app.bsky.graph.list/b'] as const)('quotes nothing: %s', async (quote) => {
    expect(texts(await quoting(quote, null), '.record-name')).not.toContain('Quotes');
  });

  test('nothing is folded where it is but one more', async () => {
    const root = await show(answers.post(idAt(3)));
    expect(texts(root, 'summary')).toEqual(['Later in the thread: 10 posts']);
    expect(texts(root, '.conversation > .posts .ordinal')).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  test('says what it is about, what it recommends, and where it is from', async () => {
    const root = await show(answers.post(idAt(6)));
    const rows = [...root.querySelectorAll('.record-row')].map((row) => texts(row, 'dt, dd'));
    expect(rows).toEqual([
      ['About', 'The role of procurement in delivering mission-led government'],
      ['Recommendations', expect.stringMatching(/^6\. Cabinet Office\/DSIT should publish/)],
      ['Thread', 'This thread as a document'],
      ['Posts from', expect.stringMatching(/^From Ben Paxton’s feed .* does not say who wrote each post/)],
    ]);
  });

  test('leads to the original where that is known, and else to a search for it', async () => {
    const details = answers.post(idAt(6));
    const root = await show({ ...details, post: { ...details.post, uri: 'at://did:plc:abc/app.bsky.feed.post/3k' } });
    expect(root.querySelector<HTMLAnchorElement>('.post-itself a')?.href).toBe(
      'https://bsky.app/profile/did:plc:abc/post/3k',
    );
    await clear();
    const other = await show(details);
    expect(other.querySelector<HTMLAnchorElement>('.post-itself a')?.href).toMatch(/^https:\/\/bsky\.app\/search\?q=/);
  });

  test('alone it stands alone', async () => {
    const alone = feed.posts.find(({ thread, publications }) => thread === null && publications.length === 0);
    const root = await show(answers.post(alone?.id ?? ''));
    expect(root.querySelectorAll('.post')).toHaveLength(1);
    expect(root.querySelectorAll('.thread, summary')).toHaveLength(0);
    expect(texts(root, 'dt')).toEqual(['Posts from']);
  });

  test('what is gone is said, with a way to search', async () => {
    const root = await show(null);
    expect(texts(root, 'h1')).toEqual(['This is no longer in the library']);
    expect(root.querySelector('.view-next a')?.getAttribute('href')).toBe('/library.html');
  });
});
