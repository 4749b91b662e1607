import { expect, test } from 'vitest';
import type { SearchRequest } from '../../../core/protocol/search.ts';
import { memoryContent } from '../../../entrypoints/background/library/memory-content.ts';
import { makePage, readPage } from '../../core/sources/text-page/made-page.ts';

const content = memoryContent([
  readPage(
    makePage(
      [
        'Theresa Coffey on the NHS budget',
        'Theresa Villiers may speak on projects',
        'Theresa May on projects of IT',
        'It projects an image',
        'A budget for IT projects, and for others',
        'Q&A on the budget for A&E, then',
      ].map((text) => ({ text, replies: 0 })),
    ),
  ),
]);

async function find(text: string) {
  const request: SearchRequest = { text, order: 'relevance', start: 0, most: 9, from: null, newSince: 0 };
  const { hits } = await content.search(request, []);
  return hits.map(({ foundIn }) =>
    foundIn.flatMap(({ text: shown, ranges }) => ranges.map(([start, end]) => shown.slice(start, end))),
  );
}

test.each([
  ['Theresa May', ['Theresa May']],
  ['budget IT projects', ['budget', 'IT projects']],
  ['budget A&E', ['budget', 'A&E']],
])(
  'a name of which a word tells nothing elsewhere is found first where it stands, and marked: %s',
  async (text, marked) => {
    const [first = []] = await find(text);
    expect(first).toEqual(marked);
  },
);

test('a word that is no name is none, whatever stands beside it', async () => {
  const [first = []] = await find('theresa may');
  expect(first).toEqual(['Theresa']);
});
