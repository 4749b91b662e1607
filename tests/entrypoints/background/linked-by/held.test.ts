import { expect, test } from 'vitest';
import type { Post } from '../../../../core/model/post.ts';
import type { SourcePost } from '../../../../core/sources/source-feed.ts';
import { memoryContent } from '../../../../entrypoints/background/library/memory-content.ts';
import { findHeld, type HeldDoors } from '../../../../entrypoints/background/linked-by/held.ts';
import { foundPost, sourcePost } from '../../../core/linked-by/posts.ts';
import { index } from '../stores.ts';

const content = memoryContent(index.feeds);
const [feed = expect.unreachable('nothing is bundled')] = index.feeds;
const { handle } = feed.profile;
const author = { did: 'did:plc:original', handle, displayName: 'The original' };
const doors: HeldDoors = { content, kept: [], hasPost: async () => false, hasAccount: async () => false };
const [publication = expect.unreachable('nothing is said')] = feed.publications
  .filter(({ isIfg }) => isIfg)
  .toSorted((a, b) => saidOf(b.id).length - saidOf(a.id).length);

function saidOf(id: string): readonly Post[] {
  return feed.posts.filter(({ publications }) => publications.includes(id));
}

/** What the network has of a post that was copied as text; its minute is all that the copy has of its time. */
function originalOf({ time, text }: Post, said: Partial<SourcePost> = {}) {
  return foundPost(
    sourcePost('original', `of-${text.length}-${time.length}`, { author, text, time: `${time}:23.000Z`, ...said }),
  );
}

test('a post that was bundled as a copy is known by its minute and its words', async () => {
  const [copy = expect.unreachable()] = saidOf(publication.id).filter(({ isRepost }) => isRepost !== true);
  const original = originalOf(copy);
  const other = foundPost(sourcePost('another', '1', { text: 'Something else', author }));
  const { posts, accounts, kept } = await findHeld([original, other], publication.id, doors);
  expect([...posts]).toEqual([original.fetched.uri]);
  expect([...accounts]).toEqual([author.did]);
  expect(kept.size).toBe(0);
});

test('the same words of somebody else, or of another time, are no copy', async () => {
  const [copy = expect.unreachable()] = saidOf(publication.id).filter(({ isRepost }) => isRepost !== true);
  const stranger = originalOf(copy, { author: { ...author, did: 'did:plc:stranger', handle: 'stranger.example.com' } });
  const late = originalOf(copy, { time: '2020-02-02T02:02:02.000Z' });
  const { posts, accounts } = await findHeld([stranger], publication.id, doors);
  expect([posts.size, accounts.size]).toEqual([0, 0]);
  expect((await findHeld([late], publication.id, doors)).posts.size).toBe(0);
  expect((await findHeld([originalOf(copy)], null, doors)).posts.size).toBe(0);
});

test('of two accounts that say the same each has its own copies', async () => {
  const [copy = expect.unreachable()] = saidOf(publication.id).filter(({ isRepost }) => isRepost !== true);
  const profile = { ...feed.profile, handle: 'echo.example.com' };
  const echo = { ...feed, id: 'text-page:echo.example.com', profile, posts: [], threads: [], recommendations: [] };
  const both = memoryContent([feed, echo]);
  const said = originalOf(copy, { author: { ...author, did: 'did:plc:echo', handle: 'echo.example.com' } });
  expect((await findHeld([said], publication.id, { ...doors, content: both })).posts.size).toBe(0);
});

test('an account that was added is in the library', async () => {
  const found = [foundPost(sourcePost('a', '1')), foundPost(sourcePost('b', '2'))];
  const { accounts } = await findHeld(found, null, { ...doors, hasAccount: async (did) => did === 'did:plc:b' });
  expect([...accounts]).toEqual(['did:plc:b']);
});
