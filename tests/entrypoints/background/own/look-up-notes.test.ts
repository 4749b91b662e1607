import { expect, test, vi } from 'vitest';
import { memoryContent } from '../../../../entrypoints/background/library/memory-content.ts';
import { lookUpWithNotes } from '../../../../entrypoints/background/own/look-up-notes.ts';
import { generateFeed } from '../../../bench/generated-feed.ts';
import { noteOn, ownOf, subjectsIn } from '../../../core/search/own-made.ts';

const { feed } = generateFeed(100);
const content = memoryContent([feed]);
const on = subjectsIn(feed);
const notes = Array.from({ length: 12 }, (_, place) => noteOn(on.post(place), `Quango ${place}`));
const own = ownOf(notes);

function ask(asked: string, readOwn = async () => own) {
  return lookUpWithNotes(content, { asked, linkText: '' }, readOwn);
}

test('words are looked up in notes too, of which the first are shown', async () => {
  const answer = await ask('quangos');
  expect(answer).toMatchObject({ kind: 'words', posts: { total: 0 }, notes: { total: 12 } });
  expect(answer.kind === 'words' && answer.notes?.items.map(({ kind }) => kind)).toEqual(Array(10).fill('note'));
});

test('notes that do not hold them, and other kinds, are left out', async () => {
  const asked = { asked: 'aubergines', linkText: '' };
  expect(await ask('aubergines')).toEqual(await content.lookUp(asked));
  expect(await ask('quango kind:post')).toMatchObject({ notes: { total: 12 } });
});

test('an address, or nothing, asks for no notes', async () => {
  const readOwn = vi.fn(async () => own);
  await ask('https://www.instituteforgovernment.org.uk/', readOwn);
  await ask(' ', readOwn);
  expect(readOwn).not.toHaveBeenCalled();
});
