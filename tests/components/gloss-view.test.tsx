// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { Copying } from '../../components/copy-button.tsx';
import { GlossView } from '../../components/gloss-view.tsx';
import type { Gloss } from '../../core/gloss/gloss.ts';
import type { Post } from '../../core/model/post.ts';
import { findFaults } from './find-faults.ts';
import { glossOf, RELATED, REPORT, UNCERTAIN } from './glosses.ts';
import { clear, showInEnglish } from './in-english.tsx';

afterEach(clear);

const texts = (root: Element, selector: string) => [...root.querySelectorAll(selector)].map((each) => each.textContent);

test('what a publication is, how sure that is and why, and how much is said, come first', async () => {
  const root = await showInEnglish(<GlossView gloss={glossOf(REPORT)} describeMore={null} />);
  expect(texts(root, 'header > *')).toEqual([
    'Report · Institute for Government',
    'The role of procurement in delivering mission-led government',
    'Exact match · This is the publication’s own address.',
    '17 posts · 14 recommendations',
  ]);
  expect(await findFaults(root)).toEqual([]);
});

test('a recommendation has its number and its section, and leads to its post', async () => {
  const root = await showInEnglish(<GlossView gloss={glossOf(REPORT)} describeMore={null} />);
  const third = root.querySelectorAll<HTMLLIElement>('.recommendations li')[2];
  expect(third?.value).toBe(3);
  expect(third?.textContent).toBe(
    'Publish longer-term 3y pipelines, giving industry sight of upcoming opportunities Post 5',
  );
  expect(third?.closest('div')?.querySelector('h3')?.textContent).toBe('market shaping');
  third?.querySelector('button')?.click();
  expect(document.activeElement?.querySelector('.ordinal')?.textContent).toBe('5');
  expect(document.activeElement?.querySelector('.text')?.textContent).toMatch(/\n\n3\. Publish longer-term/);
});

test('the counts lead to what they count', async () => {
  const root = await showInEnglish(<GlossView gloss={glossOf(REPORT)} describeMore={null} />);
  const [posts, recommendations] = root.querySelectorAll<HTMLButtonElement>('.counts button');
  recommendations?.click();
  expect(document.activeElement?.textContent).toBe('Recommendations');
  posts?.click();
  expect(document.activeElement?.textContent).toBe('Posts, in reading order');
});

test('a thread is one flow in reading order, with its time, its feed and what is missing of it', async () => {
  const root = await showInEnglish(<GlossView gloss={glossOf(REPORT)} describeMore={null} />);
  const [single, thread] = root.querySelectorAll('.conversation');
  expect(single?.querySelectorAll('.ordinal')).toHaveLength(0);
  expect(texts(thread as Element, '.ordinal')).toEqual(Array.from({ length: 16 }, (_, index) => String(index + 1)));
  expect(thread?.querySelector('.when')?.textContent).toMatch(/^.*2025.*12:18.* · in Ben Paxton’s feed$/);
  expect(thread?.querySelector('time')?.dateTime).toBe('2025-09-25T12:18');
  expect(thread?.querySelector('.notice')?.textContent).toBe('The start of this thread is missing from the feed.');
  expect(thread?.querySelector('.post-counts')?.textContent).toBe('Likes: 1 · Replies: 1');
});

test('of a thread that is only partly about the page, the posts keep their places', async () => {
  const root = await showInEnglish(<GlossView gloss={glossOf(RELATED)} describeMore={null} />);
  expect(texts(root, '.notice')).toEqual(['1 of 16 posts from a thread.']);
  expect(texts(root, '.ordinal')).toEqual(['11']);
});

test('related posts are said to be no more, and show the words that connect them', async () => {
  const root = await showInEnglish(
    <Copying.Provider value={() => true}>
      <GlossView gloss={glossOf(RELATED)} describeMore={null} />
    </Copying.Provider>,
  );
  expect(texts(root, 'h1, .sureness')).toEqual([
    'Posts on a related subject',
    'Related · No posts are known to be about this page itself. Words that also appear in posts: accountability, procurement.',
  ]);
  expect(texts(root, 'mark')).toEqual(['procurement', 'accounting', 'procurement']);
  expect(root.querySelector('.cite')).toBeNull();
  expect(await findFaults(root)).toEqual([]);
});

test('a title whose end is a guess is said to be one', async () => {
  const root = await showInEnglish(<GlossView gloss={glossOf(UNCERTAIN)} describeMore={null} />);
  expect(texts(root, 'header .notice')).toEqual([
    'The end of this title is uncertain: the feed runs it together with the description.',
  ]);
});

test('nothing offers to copy where there is no clipboard', async () => {
  const root = await showInEnglish(<GlossView gloss={glossOf(REPORT)} describeMore={null} />);
  expect(root.querySelectorAll('.copy, .cite')).toHaveLength(0);
});

test('a post is copied with its feed and without an author, a recommendation with its number', async () => {
  const onCopy = vi.fn(() => true);
  const root = await showInEnglish(
    <Copying.Provider value={onCopy}>
      <GlossView gloss={glossOf(REPORT)} describeMore={null} />
    </Copying.Provider>,
  );
  root.querySelector<HTMLButtonElement>('.thread .post .copy')?.click();
  root.querySelectorAll<HTMLButtonElement>('.recommendations .copy')[2]?.click();
  const source =
    /— In Ben Paxton’s feed \(@drbenpaxton\.bsky\.social\) on Bluesky, .*2025.*12:18.*\. The copy of the feed is from .*2025\.\n— About “The role of procurement in delivering mission-led government”\.$/;
  expect(onCopy).toHaveBeenCalledTimes(2);
  const [[post], [recommendation]] = onCopy.mock.calls as unknown as [[string], [string]];
  expect(post).toMatch(/^“But barriers to making this a reality are:\na\) A lack of coherence/);
  expect(post).toMatch(source);
  expect(recommendation).toMatch(/^“Publish longer-term .*”\n— Recommendation 3 \(market shaping\)\n/);
  expect(recommendation).toMatch(source);
});

test('text that looks like markup stays text', async () => {
  const nasty = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
  const root = await showInEnglish(
    <Copying.Provider value={() => true}>
      <GlossView gloss={withTexts(glossOf(REPORT), nasty)} describeMore={null} />
    </Copying.Provider>,
  );
  expect(root.querySelectorAll('img, script')).toHaveLength(0);
  expect(new Set(texts(root, 'h1, h3, .text'))).toEqual(new Set([nasty]));
  expect(texts(root, '.kinds')).toEqual([`Report · ${nasty}`]);
});

test('links lead to Bluesky alone, and say so', async () => {
  const root = await showInEnglish(<GlossView gloss={glossOf(REPORT)} describeMore={null} />);
  for (const link of root.querySelectorAll('a')) {
    expect(link.href).toMatch(/^https:\/\/bsky\.app\//);
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
    expect(link.textContent).toMatch(/\(opens Bluesky\)$/);
  }
});

/** A gloss with one text in every place that a feed fills. */
function withTexts(gloss: Gloss, text: string): Gloss {
  return {
    ...gloss,
    publication: gloss.publication && { ...gloss.publication, title: text, siteName: text },
    conversations: gloss.conversations.map((each) => ({
      ...each,
      posts: each.posts.map((post) => ({ ...post, text })),
    })),
    sections: gloss.sections.map(({ recommendations }) => ({
      title: text,
      recommendations: recommendations.map((each) => ({ ...each, text, section: text })),
    })),
  };
}

test.each([
  ['a post without text', (post: Post): unknown => ({ ...post, text: undefined })],
  ['a post without time', (post: Post): unknown => ({ ...post, time: undefined })],
  ['no post', (): unknown => undefined],
])('%s is said to be damaged, and what comes after it is shown', async (_, damage) => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const whole = glossOf(REPORT);
  const conversations = whole.conversations.map((each) => ({ ...each, posts: each.posts.map(damage) }));
  const gloss = { ...whole, conversations } as unknown as Gloss;
  const root = await showInEnglish(<GlossView gloss={gloss} describeMore={null} />);
  expect(root.textContent).toMatch(/^These posts cannot be shown/);
  expect(logged).toHaveBeenCalledWith(expect.any(String), gloss, expect.any(Error));
  logged.mockRestore();
  await showInEnglish(<GlossView gloss={whole} describeMore={null} />);
  expect(root.textContent).toContain('17 posts');
});
