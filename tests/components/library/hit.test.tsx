// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { Copying } from '../../../components/copy-button.tsx';
import { HitView } from '../../../components/library/hit.tsx';
import type { SearchHit } from '../../../core/protocol/search.ts';
import { findFaults } from '../find-faults.ts';
import { clear, showInEnglish } from '../in-english.tsx';
import { FEED, noteHit, postHit, publicationHit, recommendationHit } from './hits-made.ts';

afterEach(clear);

const copy = vi.fn(async () => true);
const DID = 'did:plc:abcdefghijklmnopqrstuvwx';

const show = (hit: SearchHit, feed: typeof FEED | undefined = FEED) =>
  showInEnglish(
    <Copying.Provider value={copy}>
      <main>
        <ol>
          <HitView hit={hit} feed={feed} />
        </ol>
      </main>
    </Copying.Provider>,
  );
const textOf = (root: HTMLElement, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
const linkOf = (root: HTMLElement, selector: string) => root.querySelector(selector)?.getAttribute('href');
async function copied(root: HTMLElement): Promise<string | undefined> {
  copy.mockClear();
  await act(async () => root.querySelector<HTMLElement>('.copy')?.click());
  return (copy.mock.calls as unknown as [string][])[0]?.[0];
}

test('a post leads to where it stands, and shows what was found where it stands in it', async () => {
  const root = await show(
    postHit(
      {},
      {
        foundIn: [
          {
            field: 'text',
            text: 'Public procurement could do more.',
            ranges: [
              [0, 6],
              [7, 18],
            ],
          },
        ],
      },
    ),
  );
  expect(linkOf(root, 'a[data-item]')).toBe('/library.html?view=post&id=post%3A1');
  expect(textOf(root, 'a[data-item]')).toEqual(['Post · Nov 3, 2025']);
  expect(textOf(root, '.hit-meta')).toEqual(['In Ann’s feed']);
  expect(textOf(root, 'mark')).toEqual(['Public', 'procurement']);
  expect(textOf(root, '.hit-text')).toEqual(['Public procurement could do more.']);
  expect(root.querySelector('a[target]')).toBeNull();
  expect(await findFaults(document.body)).toEqual([]);
});

test('its link is described by its words, for who goes from one to the next', async () => {
  const root = await show(postHit());
  const description = root.querySelector('a[data-item]')?.getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(description)?.textContent).toBe('Public procurement could do more.');
});

test('a post is as it was written: its direction, its language, no markup', async () => {
  const root = await show(postHit({ text: '<b>שלום</b>\nעולם', languages: ['he'] }));
  const text = root.querySelector('.hit-text');
  expect([text?.getAttribute('dir'), text?.getAttribute('lang')]).toEqual(['auto', 'he']);
  expect(text?.textContent).toBe('<b>שלום</b>\nעולם');
});

test('where its author and its address are known, they are there', async () => {
  const author = { did: DID, handle: 'bob.example', displayName: 'Bob' };
  const root = await show(postHit({ author, uri: `at://${DID}/app.bsky.feed.post/3k`, isRepost: true }));
  expect(textOf(root, '.hit-meta')).toEqual(['Bob @bob.example']);
  expect(textOf(root, '.hit-notice')).toEqual(['A repost.']);
  expect(linkOf(root, 'a[target=_blank]')).toBe(`https://bsky.app/profile/${DID}/post/3k`);
  expect(await copied(root)).toContain(`https://bsky.app/profile/${DID}/post/3k`);
});

test('what it is about is a link, and says when it was found there', async () => {
  const about = { id: 'publication:1', title: 'The role of procurement' };
  const foundIn = [
    { field: 'about', text: 'The role of procurement', ranges: [[12, 23]] },
    { field: 'link-card', text: 'The role of procurement', ranges: [[12, 23]] },
    { field: 'alternative-text', text: 'A chart of procurement', ranges: [[11, 22]] },
  ] as const;
  const root = await show(postHit({}, { about, foundIn, isNew: true }));
  expect(linkOf(root, '.hit-reason a')).toBe('/library.html?view=publication&id=publication%3A1');
  // The link card has the same title and is not said twice.
  expect(textOf(root, '.hit-reason')).toEqual([
    'Image, as described: A chart of procurement',
    'About: The role of procurement',
  ]);
  expect(textOf(root, 'mark')).toEqual(['procurement', 'procurement']);
  expect(textOf(root, '.hit-new')).toEqual(['New']);
});

test('a recommendation leads to its post, and is copied with its number, its feed and its day', async () => {
  const root = await show(recommendationHit({ about: { id: 'publication:1', title: 'The role of procurement' } }));
  expect(textOf(root, 'a[data-item]')).toEqual(['Recommendation 4 · Nov 3, 2025']);
  expect(linkOf(root, 'a[data-item]')).toBe('/library.html?view=post&id=post%3A1');
  expect(await copied(root)).toBe(
    [
      '“Publish a list.”',
      '— Recommendation 4',
      '— In Ann’s feed (@ann.example) on Bluesky, Nov 3, 2025. The copy of the feed is from Nov 11, 2025.',
      '— About “The role of procurement”.',
    ].join('\n'),
  );
});

test('a publication has its title, what it is, how much is known of it and how to cite it', async () => {
  const root = await show(
    publicationHit({}, { foundIn: [{ field: 'title', text: 'The role of procurement', ranges: [[12, 23]] }] }),
    undefined,
  );
  expect(linkOf(root, 'a[data-item]')).toBe('/library.html?view=publication&id=publication%3A1');
  expect(root.querySelector('a[data-item]')?.innerHTML).toContain('<mark class="found">procurement</mark>');
  expect(textOf(root, '.hit-meta')).toEqual(['Report · 14 posts · newest Nov 3, 2025']);
  expect(textOf(root, '.hit-text')).toEqual(['How public bodies buy.']);
  expect(textOf(root, '.cite button')).toEqual(['Harvard', 'BibTeX', 'RIS']);
  expect(await findFaults(document.body)).toEqual([]);
});

test('where nobody speaks of it, no day is made up', async () => {
  const root = await show(publicationHit({ isIfg: false, siteName: 'FT', description: '' }, { day: null, posts: 0 }));
  expect(textOf(root, '.hit-meta')).toEqual(['Report · FT · 0 posts']);
  expect(root.querySelector('.hit-text')).toBeNull();
});

test('a note leads to what it is about, of which it shows the words as they were', async () => {
  const range = [[4, 8]] as const;
  const root = await show(noteHit({ foundIn: [{ field: 'note', text: 'Ask what contracts cost', ranges: range }] }));
  expect(linkOf(root, 'a[data-item]')).toBe('/library.html?view=post&id=post%3A1');
  expect(textOf(root, 'a[data-item]')).toEqual(['Your note on recommendation 3 · Nov 20, 2025']);
  expect(textOf(root, '.hit-text')).toEqual(['Ask what contracts cost']);
  expect(textOf(root, 'mark')).toEqual(['what']);
  expect(textOf(root, 'q')).toEqual(['The Cabinet Office should publish what contracts cost.']);
  expect(textOf(root, '.hit-notice')).toEqual([]);
  expect(await findFaults(document.body)).toEqual([]);
});

test('a note whose subject is gone says so, and what that was called', async () => {
  const root = await show(noteHit({ item: null, about: null }));
  expect(textOf(root, '.hit-notice')).toEqual(['The library no longer has what this note is about.']);
  expect(textOf(root, '.hit-reason').at(-1)).toBe('About: Procurement reform');
  expect(linkOf(root, 'a[data-item]')).toBe('/library.html?view=notes');
  expect(await findFaults(document.body)).toEqual([]);
});

test('of a recommendation it is said where what was written of it was found', async () => {
  const text = 'Asked them';
  const root = await show(recommendationHit({ foundIn: [{ field: 'follow-up', text, ranges: [[0, 5]] }] }));
  expect(textOf(root, '.hit-reason')[0]).toBe('Your follow-up: Asked them');
});
