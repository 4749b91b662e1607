// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { saveFile } from '../../platform/save-file.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a text is handed over as a file of that name and type, and its address is given back', async () => {
  vi.useFakeTimers();
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:made-up';
  });
  const revoke = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
  const clicked: (readonly [string, string])[] = [];
  vi.spyOn(HTMLElement.prototype, 'click').mockImplementation(function (this: HTMLElement) {
    if (this instanceof HTMLAnchorElement) clicked.push([this.href, this.download]);
  });
  saveFile('thread.ris', 'text/plain', 'TY  - ELEC');
  expect(clicked).toEqual([['blob:made-up', 'thread.ris']]);
  expect([blobs[0]?.type, await blobs[0]?.text()]).toEqual(['text/plain', 'TY  - ELEC']);
  expect(revoke).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(revoke).toHaveBeenCalledExactlyOnceWith('blob:made-up');
});
