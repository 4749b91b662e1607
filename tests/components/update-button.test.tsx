// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { FeedOrigins } from '../../components/feed-origins.tsx';
import { Updating } from '../../components/update-button.tsx';
import { useUpdate } from '../../components/use-update.tsx';
import type { Update } from '../../core/protocol/update-feed.ts';
import { findFaults } from './find-faults.ts';
import { clear, showInEnglish } from './in-english.tsx';

afterEach(clear);

const feed = {
  id: 'text-page:ben.example',
  origin: { kind: 'text-page' },
  handle: 'ben.example',
  displayName: 'Ben Example',
  asOf: '2025-11-11',
} as const;

function Page({ onUpdate, asOf }: { onUpdate: (id: string) => Promise<Update | 'opened'>; asOf: string }) {
  return (
    <main>
      <h1>IfG Gloss</h1>
      <Updating.Provider value={useUpdate(onUpdate)}>
        <FeedOrigins feeds={[{ ...feed, asOf }]} />
      </Updating.Provider>
    </main>
  );
}

async function press(onUpdate: () => Promise<Update | 'opened'>): Promise<HTMLElement> {
  const root = await showInEnglish(<Page onUpdate={onUpdate} asOf="2025-11-11" />);
  await act(async () => {
    root.querySelector('button')?.click();
    await new Promise((resolve) => setTimeout(resolve));
  });
  return root;
}

const said = (root: HTMLElement) => root.querySelector('[role=status]')?.textContent;

test('what is said to be as old as it is has a button that brings it up to date', async () => {
  const onUpdate = vi.fn(async () => 'opened' as const);
  const root = await press(onUpdate);
  expect(root.querySelector('button')?.textContent).toBe('Bring up to date');
  expect(root.querySelector('button')?.getAttribute('aria-label')).toBe('Bring up to date: Ben Example');
  expect(onUpdate.mock.calls).toEqual([[feed.id]]);
  expect(said(root)).toBe('');
  expect(await findFaults(document.body)).toEqual([]);
});

test.each<[Update, RegExp]>([
  [{ kind: 'under-way' }, /^New posts are being read/],
  [{ kind: 'unknown' }, /^This feed came from a file/],
  [{ kind: 'failed', failure: { kind: 'offline' } }, /^Your browser is offline/],
  [{ kind: 'not-found' }, /^Bluesky knows no account/],
])('that it is %o is said there', async (update, words) => {
  const root = await press(async () => update);
  expect(said(root)).toMatch(words);
  expect(await findFaults(document.body)).toEqual([]);
});

test('no answer is told, too', async () => {
  expect(said(await press(() => Promise.reject(new Error('asleep'))))).toMatch(/did not answer/);
});

test('what was said of posts is gone once there are newer ones', async () => {
  const onUpdate = async () => ({ kind: 'under-way' }) as const;
  const root = await press(onUpdate);
  await showInEnglish(<Page onUpdate={onUpdate} asOf="2026-11-23" />);
  expect(root.textContent).toContain('as of Nov 23, 2026');
  expect(said(root)).toBe('');
});

test('where nothing can be brought up to date, nothing offers to', async () => {
  const root = await showInEnglish(<FeedOrigins feeds={[feed]} />);
  expect(root.querySelector('button')).toBeNull();
});
