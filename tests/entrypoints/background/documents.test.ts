import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { documentOf, documentsIn } from '../../../entrypoints/background/documents.ts';
import { createFakeBrowser, type FakeTab, senderOf } from './fake-browser.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function documentsOf(tab?: FakeTab) {
  const { browser } = createFakeBrowser(tab && new Map([[1, tab]]));
  const documents = documentsIn(browser, 1);
  await vi.runAllTimersAsync();
  return documents;
}

test('documents are given by their frames in order, each as its sender would be named', async () => {
  const frames = [{ frameId: 7, start: 101 }, { start: 100 }, { frameId: 9, documentId: 'named', start: 102 }];
  expect(await documentsOf({ frames })).toEqual([
    { frameId: 0, document: documentOf(senderOf(1), 100) },
    { frameId: 7, document: documentOf(senderOf(1, '', 7), 101) },
    { frameId: 9, document: documentOf(senderOf(1, '', 3, 'named'), 555) },
  ]);
});

test.each([
  ['same frame began at another time', senderOf(1, '', 7), 102],
  ['another frame began at the same time', senderOf(1, '', 8), 101],
  ['browser gives another name', senderOf(1, '', 7, 'named'), 101],
])('a document is another where the %s', (_, sender, start) => {
  expect(documentOf(sender, start)).not.toBe(documentOf(senderOf(1, '', 7), 101));
});

test.each([
  ['is gone', undefined, []],
  ['lets no script look', { state: 'closed' } as const, null],
  ['does not answer in time', { state: 'busy' } as const, null],
])('a tab that %s', async (_, tab, expected) => {
  expect(await documentsOf(tab)).toEqual(expected);
});
