import { expect, test } from 'vitest';
import { NOTHING_FRESH } from '../../../../core/search/fresh.ts';
import { memoryContent } from '../../../../entrypoints/background/library/memory-content.ts';
import { generateFeed } from '../../../bench/generated-feed.ts';
import { noteOn, ownOf, subjectsIn } from '../../../core/search/own-made.ts';

const { feed } = generateFeed(100);
const content = memoryContent([feed]);
const on = subjectsIn(feed);
const own = ownOf(Array.from({ length: 12 }, (_, place) => noteOn(on.post(place), `Quango ${place}`)));

function ask(asked: string) {
  return content.lookUp({ asked, linkText: '' }, Promise.resolve({ own, fresh: NOTHING_FRESH }));
}

test('words are looked up in notes too, of which the first are shown', async () => {
  const answer = await ask('quangos');
  expect(answer).toMatchObject({ kind: 'words', posts: { total: 0 }, notes: { total: 12 }, inLibrary: 12 });
  expect(answer.kind === 'words' && answer.notes.items.map(({ kind }) => kind)).toEqual(Array(10).fill('note'));
});

test('notes that do not hold them, and other kinds, are left out', async () => {
  expect(await ask('aubergines')).toEqual(await content.lookUp({ asked: 'aubergines', linkText: '' }));
  expect(await ask('quango kind:post')).toMatchObject({ notes: { total: 0 } });
});
