// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Copying } from '../../components/copy-button.tsx';
import { GlossView } from '../../components/gloss-view.tsx';
import type { DescribeMore } from '../../components/use-more.ts';
import { contentOfFeeds } from '../../core/gloss/content-of-feeds.ts';
import { glossFor, moreOf } from '../../core/gloss/gloss-for.ts';
import { ABOUT_POPULAR, feedAbout } from '../core/gloss/popular-report.ts';
import { findFaults } from './find-faults.ts';
import { clear, showInEnglish } from './in-english.tsx';

afterEach(clear);

const content = contentOfFeeds([feedAbout({ sizes: [...Array<number>(57).fill(1), 3], recommendations: 150 })]);
const gloss = glossFor(content, ABOUT_POPULAR);
const describeMore: DescribeMore = async (wanted) => moreOf(content, ABOUT_POPULAR, wanted);

const button = (root: Element, part: string) => root.querySelector<HTMLButtonElement>(`${part} > .more button`);
const postsIn = (root: Element) => root.querySelectorAll('.post').length;
const news = (root: Element) => root.querySelector('.gloss > [role="status"]')?.textContent;
const press = async (pressed: HTMLElement | null | undefined) => {
  await act(() => {
    pressed?.focus();
    pressed?.click();
  });
  // What was asked for comes, and is drawn.
  await settle();
};
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

describe('posts', () => {
  test('the newest are shown, with how many there are and a button for more', async () => {
    const root = await showInEnglish(<GlossView gloss={gloss} describeMore={describeMore} />);
    expect(postsIn(root)).toBe(20);
    expect(root.querySelector('.counts')?.textContent).toBe('60 posts · 150 recommendations');
    expect(root.querySelector('.conversations h2')?.textContent).toBe('Posts, in reading order 20 of 60 shown');
    expect(button(root, '.conversations')?.textContent).toBe('Show more (40 left)');
    expect(await findFaults(root)).toEqual([]);
  });

  test('more come after them, the focus goes to the first of these, and it is told', async () => {
    const root = await showInEnglish(<GlossView gloss={gloss} describeMore={describeMore} />);
    await press(button(root, '.conversations'));
    expect(postsIn(root)).toBe(40);
    expect(document.activeElement).toBe(root.querySelectorAll('.post')[20]);
    expect(news(root)).toBe('20 more: 40 of 60 posts are shown');
    await press(button(root, '.conversations'));
    expect(postsIn(root)).toBe(60);
    expect(button(root, '.conversations')).toBeNull();
    expect(root.querySelector('.conversations h2')?.textContent).toBe('Posts, in reading order');
  });

  test('what is waited for is busy, and is asked for once', async () => {
    const asked = vi.fn<DescribeMore>(() => new Promise(() => {}));
    const root = await showInEnglish(<GlossView gloss={gloss} describeMore={asked} />);
    await press(button(root, '.conversations'));
    await press(button(root, '.conversations'));
    expect(asked).toHaveBeenCalledTimes(1);
    expect(root.querySelector('.conversations')?.getAttribute('aria-busy')).toBe('true');
    expect(root.querySelector('.recommendations')?.getAttribute('aria-busy')).toBe('false');
    expect(button(root, '.conversations')?.textContent).toBe('Loading…');
    expect(document.activeElement).toBe(button(root, '.conversations'));
  });

  test.each([
    ['nobody answers', async () => Promise.reject(new Error('gone'))],
    ['they are about something else by now', async () => null],
  ])('where %s, that is said, and trying again brings them', async (_, fail: DescribeMore) => {
    const asked = vi.fn<DescribeMore>(describeMore).mockImplementationOnce(fail);
    const root = await showInEnglish(<GlossView gloss={gloss} describeMore={asked} />);
    await press(button(root, '.conversations'));
    const again = button(root, '.conversations');
    expect(again?.parentElement?.textContent).toBe('More could not be loaded. Try again');
    expect(news(root)).toBe('More could not be loaded.');
    expect(document.activeElement).toBe(again);
    expect(await findFaults(root)).toEqual([]);
    await press(again);
    expect(postsIn(root)).toBe(40);
    expect(root.textContent).not.toContain('could not be loaded');
  });

  test('where no more can be asked for, what there is is counted', async () => {
    const root = await showInEnglish(<GlossView gloss={gloss} describeMore={null} />);
    expect(root.querySelector('.more')).toBeNull();
    expect(root.querySelector('.conversations h2')?.textContent).toContain('20 of 60 shown');
  });

  test('they stay where the same page is described again, and go with another', async () => {
    const root = await showInEnglish(<GlossView gloss={gloss} describeMore={describeMore} />);
    await press(button(root, '.conversations'));
    await showInEnglish(<GlossView gloss={structuredClone(gloss)} describeMore={describeMore} />);
    expect(postsIn(root)).toBe(40);
    const other = { ...gloss, counts: { ...gloss.counts, posts: 61 } };
    await showInEnglish(<GlossView gloss={other} describeMore={describeMore} />);
    expect(postsIn(root)).toBe(20);
  });

  test('what comes for a gloss that is no longer shown is not shown', async () => {
    const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<DescribeMore>>>();
    const root = await showInEnglish(<GlossView gloss={gloss} describeMore={() => promise} />);
    await press(button(root, '.conversations'));
    const { next } = gloss;
    const more = next.conversations && moreOf(content, ABOUT_POPULAR, next.conversations);
    await showInEnglish(<GlossView gloss={{ ...gloss, coverage: [], feeds: [] }} describeMore={describeMore} />);
    resolve(more);
    await settle();
    expect(postsIn(root)).toBe(20);
    expect(news(root)).toBe('');
  });
});

describe('recommendations', () => {
  test('come a hundred at a time', async () => {
    const root = await showInEnglish(<GlossView gloss={gloss} describeMore={describeMore} />);
    expect(root.querySelector('.recommendations h2')?.textContent).toMatch(/100 of 150 shown$/);
    await press(button(root, '.recommendations'));
    expect(root.querySelectorAll('.recommendations li')).toHaveLength(150);
    expect(postsIn(root)).toBe(20);
    expect(news(root)).toBe('50 more: 150 of 150 recommendations are shown');
    expect(document.activeElement?.matches('.recommendations li')).toBe(true);
    expect(await findFaults(root)).toEqual([]);
  });

  test('are copied with their source where its post is on no page yet, and lead to that post', async () => {
    const copied: string[] = [];
    const copy = (text: string) => copied.push(text) > 0;
    const root = await showInEnglish(
      <Copying.Provider value={copy}>
        <GlossView gloss={gloss} describeMore={describeMore} />
      </Copying.Provider>,
    );
    const [first] = root.querySelectorAll('.recommendations li');
    const [show, , copyIt] = first?.querySelectorAll<HTMLButtonElement>('button') ?? [];
    await press(copyIt ?? first?.querySelector<HTMLButtonElement>('.copy'));
    expect(copied[0]).toMatch(/Do thing 1 of feed:a[\s\S]*@a\.example[\s\S]*A popular report/);
    await press(show);
    expect(document.activeElement?.getAttribute('data-post')).toBe('feed:a/57.2');
    expect(postsIn(root)).toBe(23);
    expect(button(root, '.conversations')?.textContent).toBe('Show more (37 left)');
  });
});

test('a post that is sought is fetched and gone to', async () => {
  const root = await showInEnglish(<GlossView gloss={gloss} describeMore={describeMore} />);
  const sought = { post: 'feed:a/40.0', recommendation: null };
  await showInEnglish(<GlossView gloss={gloss} describeMore={describeMore} sought={sought} />);
  await settle();
  expect(document.activeElement?.getAttribute('data-post')).toBe('feed:a/40.0');
  expect(postsIn(root)).toBe(21);
});
