import { expect, test, vi } from 'vitest';
import type { Note } from '../../../../core/model/own.ts';
import type { Anchor } from '../../../../core/protocol/own.ts';
import { memoryContent } from '../../../../entrypoints/background/library/memory-content.ts';
import { createSearchedOwn } from '../../../../entrypoints/background/own/searched.ts';
import { generateFeed } from '../../../bench/generated-feed.ts';
import { followUpOf, noteOn, subjectsIn } from '../../../core/search/own-made.ts';

const { feed } = generateFeed(100);
const on = subjectsIn(feed);
const here = on.recommendation(2);
/** Another was put before it: where it was, the library has other words. */
const moved = { ...here, words: on.recommendation(3).words };
const gone = { ...on.post(4), post: 'post:gone' };

function start(records: readonly (Note | ReturnType<typeof followUpOf>)[], anchors: readonly Anchor[] = []) {
  const content = memoryContent([feed]);
  const holdSubjects = vi.fn(content.holdSubjects);
  const find = vi.fn(async () => anchors);
  const all = [...records];
  const read = vi.fn(async () => ({ all }) as never);
  const library = async () => ({ holdSubjects });
  const own = createSearchedOwn({ store: { read }, library, anchors: { find }, today: () => '2025-12-01' });
  return { own, all, find, read, holdSubjects };
}

test('what is where it was is looked for nowhere else, and once', async () => {
  const { own, find, holdSubjects } = start([
    noteOn(on.post(4), 'a note'),
    followUpOf(here, [{ field: 'response', to: 'accepted' }]),
  ]);
  const { written, today } = await own.read();
  expect(today).toBe('2025-12-01');
  expect(written.map(({ item }) => item)).toEqual([
    { kind: 'post', id: on.post(4).post },
    { kind: 'recommendation', post: here.post, number: here.number },
  ]);
  await own.read();
  expect(find.mock.calls).toEqual([[[]]]);
  expect(holdSubjects).toHaveBeenCalledTimes(1);
});

test('what is elsewhere by now is found there, and what is gone keeps its name', async () => {
  const now = on.recommendation(3);
  const { own, find } = start(
    [noteOn(moved, 'moved'), noteOn(gone, 'gone'), noteOn(on.publication(0), 'here')],
    [{ kind: 'present', subject: now, hasSameWords: true }, { kind: 'gone' }],
  );
  expect((await own.read()).written.map(({ item }) => item)).toEqual([
    { kind: 'recommendation', post: now.post, number: now.number },
    { kind: 'post', id: 'post:gone' },
    { kind: 'publication', id: on.publication(0).publication.id },
  ]);
  expect(find).toHaveBeenCalledTimes(1);
});

test('what could not be looked for is looked for again, and all of it when the library has changed', async () => {
  const { own, find, holdSubjects } = start([noteOn(gone, 'gone'), noteOn(on.post(1), 'here')], [{ kind: 'unknown' }]);
  await own.read();
  await own.read();
  expect(holdSubjects.mock.calls.map(([subjects]) => subjects.length)).toEqual([2, 1]);
  own.forget();
  await own.read();
  expect(holdSubjects.mock.calls[2]?.[0]).toHaveLength(2);
  expect(find).toHaveBeenCalledTimes(3);
});

test('a search goes on where what the reader wrote cannot be read', async () => {
  const { own, read, holdSubjects } = start([]);
  read.mockRejectedValueOnce(new Error('damaged'));
  expect((await own.read()).written).toEqual([]);
  expect(holdSubjects).not.toHaveBeenCalled();
});
