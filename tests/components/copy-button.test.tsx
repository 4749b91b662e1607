// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Citations } from '../../components/citations.tsx';
import { CopyButton, Copying, type CopyText } from '../../components/copy-button.tsx';
import { report } from '../core/cite/publications.ts';
import { findFaults } from './find-faults.ts';
import { clear, showInEnglish } from './in-english.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  vi.useRealTimers();
  await clear();
});

async function press(copy: CopyText) {
  const root = await showInEnglish(
    <Copying.Provider value={copy}>
      <CopyButton label="Copy" title="Copy this post with its source" text={() => 'the text'} />
    </Copying.Provider>,
  );
  await act(async () => root.querySelector('button')?.click());
  return () => [root.querySelector('button')?.textContent, root.querySelector('[role="status"]')?.textContent];
}

test('says for a while that it has copied, to those who see it and those who hear it', async () => {
  const copy = vi.fn(() => true);
  const told = await press(copy);
  expect(copy).toHaveBeenCalledExactlyOnceWith('the text');
  expect(told()).toEqual(['Copied', 'Copied']);
  await act(() => void vi.advanceTimersByTime(2000));
  expect(told()).toEqual(['Copy', '']);
});

test.each([() => false, async () => false])('says where the browser refuses', async (copy) => {
  expect((await press(copy))()).toEqual([
    'Not copied: the browser did not allow it',
    'Not copied: the browser did not allow it',
  ]);
});

test('a publication is copied as a reference in three forms', async () => {
  const copied: string[] = [];
  const root = await showInEnglish(
    <Copying.Provider value={(text) => copied.push(text) > 0}>
      <Citations publication={report} />
    </Copying.Provider>,
  );
  for (const button of root.querySelectorAll('button')) await act(async () => button.click());
  expect(copied.map((text) => text.slice(0, 20))).toEqual([
    'The role of procurem',
    '@techreport{the-role',
    'TY  - RPRT\nTI  - The',
  ]);
  vi.useRealTimers();
  expect(await findFaults(root)).toEqual([]);
});

test('a publication that cannot be cited offers nothing', async () => {
  const root = await showInEnglish(
    <Copying.Provider value={() => true}>
      <Citations publication={{ ...report, siteName: null, addresses: [] }} />
    </Copying.Provider>,
  );
  expect(root.textContent).toBe('');
});
