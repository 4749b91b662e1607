import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addressOf, readSavedPages, serveSaved } from './saved-pages.ts';

test('pages are found in either form, and served with the bytes that they have', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ifg-gloss-pages-'));
  await mkdir(join(folder, 'b c'));
  await mkdir(join(folder, 'without'));
  // In an encoding of its own.
  await writeFile(join(folder, 'b c', 'source.html'), Buffer.from('<p>caf\u00e9', 'latin1'));
  await writeFile(join(folder, 'a.html'), '<p>One');
  await writeFile(join(folder, 'notes.txt'), 'none');
  const saved = await readSavedPages(folder);
  await rm(folder, { recursive: true });
  expect(saved.map(({ name }) => name)).toEqual(['a', 'b c']);
  const serve = serveSaved(saved);
  const [, page] = saved;
  const served = page === undefined ? null : serve(new URL(addressOf(page)));
  expect(served?.body.slice(-1)).toEqual(Buffer.from([0xe9]));
  expect(serve(new URL('http://saved.example/other/'))).toBeNull();
});
