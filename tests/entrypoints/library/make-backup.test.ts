import { expect, test } from 'vitest';
import type { BackupItem, BackupItems, Section } from '../../../core/backup/format.ts';
import { readBackup } from '../../../core/backup/read.ts';
import { makeBackup } from '../../../entrypoints/library/backup/make-backup.ts';
import { HEAD, ITEMS } from '../../core/backup/backups.ts';

type Items = { readonly [Name in Section]: readonly BackupItems[Name][] };

/** Made of what a stand-in for the background gives. */
function make(items: Items): Promise<Blob> {
  const ask = async (_: string, { section }: { readonly section: Section }) => ({ items: items[section], next: null });
  return makeBackup(ask as Parameters<typeof makeBackup>[0], HEAD);
}

async function read(file: Blob): Promise<readonly BackupItem[]> {
  const items: BackupItem[] = [];
  const found = await readBackup(file, (item) => void items.push(item));
  expect(found.ok).toBe(true);
  return items;
}

test('posts of an account that is added while it is made are for the next backup', async () => {
  const [post] = ITEMS.posts;
  if (post === undefined) throw new Error('no post');
  const items = { ...ITEMS, posts: [post, { ...post, did: 'did:plc:later' }] };
  const made = await read(await make(items));
  expect(made.filter(({ section }) => section === 'posts')).toHaveLength(1);
});

test('a post that no reader would take spoils nothing', async () => {
  const [post] = ITEMS.posts;
  if (post === undefined) throw new Error('no post');
  const items = { ...ITEMS, posts: [post, { ...post, uri: `at://did:plc:a/${'x'.repeat(10_000)}` }] };
  const made = await read(await make(items));
  expect(made.filter(({ section }) => section === 'own')).toHaveLength(ITEMS.own.length);
  expect(made.filter(({ section }) => section === 'posts')).toHaveLength(1);
});

test('what could not be restored is not said to be made', async () => {
  const items = { ...ITEMS, own: [{ ...ITEMS.own[0], texts: 'no list' }] } as unknown as Items;
  await expect(make(items)).rejects.toThrow('cannot be read again');
});
