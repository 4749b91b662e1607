// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { KeptList } from '../../../components/accounts/kept-list.tsx';
import type { KeptPost } from '../../../core/protocol/linked-by.ts';
import { findFaults } from '../find-faults.ts';
import { clear, showInEnglish } from '../in-english.tsx';

afterEach(clear);

const kept = (key: string): KeptPost => ({
  uri: `at://did:plc:ada/app.bsky.feed.post/${key}`,
  did: 'did:plc:ada',
  handle: 'ada.example',
  name: 'Ada <b>',
  at: Date.UTC(2026, 10, 1, 9, 30),
  text: `What ${key} says`,
  address: `https://bsky.app/profile/did:plc:ada/post/${key}`,
  keptAt: Date.UTC(2026, 10, 29),
});

async function show(posts: readonly KeptPost[], onRemove: (post: KeptPost) => Promise<void>): Promise<HTMLElement> {
  return showInEnglish(
    <main>
      <h1>Kept posts</h1>
      <KeptList posts={posts} onRemove={onRemove} />
    </main>,
  );
}

async function press(root: HTMLElement, name: string): Promise<void> {
  await act(async () => {
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
    await new Promise((resolve) => setTimeout(resolve));
  });
}

test('each is shown with who wrote it and where it is read, and goes when its reader says so twice', async () => {
  const onRemove = vi.fn(async (_: KeptPost) => {});
  const posts = [kept('one'), kept('two')];
  const root = await show(posts, onRemove);
  expect([...root.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
    'Ada <b> @ada.example',
    'Ada <b> @ada.example',
  ]);
  expect(root.querySelector('.kept-text')?.textContent).toBe('What one says');
  expect(root.querySelector('a')?.href).toBe(posts[0]?.address);
  await press(root, 'Remove');
  expect(root.textContent).toContain('Remove this post from this browser?');
  expect(onRemove).not.toHaveBeenCalled();
  expect(await findFaults(document.body)).toEqual([]);
  await press(root, 'Remove for good');
  expect(onRemove).toHaveBeenCalledExactlyOnceWith(posts[0]);
});

test('whose row goes leaves the focus at the list', async () => {
  const root = await show([kept('one'), kept('two')], async () => {});
  root.querySelector('button')?.focus();
  await show([kept('two')], async () => {});
  expect(document.activeElement).toBe(root.querySelector('ul'));
});
