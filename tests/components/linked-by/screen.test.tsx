// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LinkedByDoors } from '../../../components/linked-by/doors.ts';
import { LinkedByScreen } from '../../../components/linked-by/linked-by-screen.tsx';
import type { LinkedBy } from '../../../core/protocol/linked-by.ts';
import { fail, succeed } from '../../../core/result.ts';
import { findFaults } from '../find-faults.ts';
import { clear, showInEnglish } from '../in-english.tsx';
import { ada, doorsTo, linking, NOW, told } from './answers.ts';

const ADDRESS = 'https://www.instituteforgovernment.org.uk/publication/report/procurement';
const HOUR = 3_600_000;

beforeEach(() => void vi.setSystemTime(NOW));
afterEach(async () => {
  await clear();
  vi.useRealTimers();
});

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

async function show(doors: LinkedByDoors): Promise<HTMLElement> {
  const root = await showInEnglish(
    <main>
      <LinkedByScreen address={ADDRESS} title="The role of procurement" doors={doors} />
    </main>,
  );
  await settle();
  return root;
}

const text = (root: HTMLElement, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent?.trim());
const find = (root: HTMLElement, name: string) =>
  [...root.querySelectorAll('button')].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent) === name,
  );
async function press(root: HTMLElement, name: string): Promise<void> {
  expect(find(root, name), name).toBeDefined();
  await act(() => find(root, name)?.click());
  await settle();
}

describe('who linked to a page', () => {
  test('is asked where nothing was told, and said to be asked meanwhile', async () => {
    let answer = (_: unknown) => {};
    const doors = doorsTo(told(), { askLinkedBy: () => new Promise((resolve) => (answer = resolve)) });
    const root = await show(doors);
    expect(doors.asked.mock.calls).toEqual([
      ['readLinkedBy', { address: ADDRESS }],
      ['askLinkedBy', { address: ADDRESS }],
    ]);
    expect(root.querySelector('article')?.getAttribute('aria-busy')).toBe('true');
    expect(text(root, '[role=status]')[0]).toMatch(/^Asking…/);
    expect(find(root, 'Ask again')?.getAttribute('aria-disabled')).toBe('true');
    await press(root, 'Ask again');
    expect(doors.asked).toHaveBeenCalledTimes(2);
    answer({ ok: true, value: told() });
    await settle();
    expect(root.querySelector('article')?.getAttribute('aria-busy')).toBe('false');
    expect(text(root, '.linked-by-standing > span')).toEqual(['Asked this minute.']);
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('is shown by account, with each post, how it was found and the ways on', async () => {
    const posts = [
      linking('first', { threadOf: 'https://bsky.app/profile/did:plc:ada/post/root' }),
      linking('second', { foundBy: ['index', 'search'] }),
      linking('third', { foundBy: ['search'], isInLibrary: true }),
    ];
    const bea = { ...ada, did: 'did:plc:bea', handle: 'bea.example', name: '', isInLibrary: true, posts: [] };
    const root = await show(doorsTo(told({ accounts: [{ ...ada, posts }, bea] })));
    expect(text(root, '.linked-by-sum')).toEqual(['3 posts by 2 people']);
    expect(text(root, '.linked-by-who')).toEqual(['Ada @ada.example', 'bea.example @bea.example']);
    expect(text(root, '.linked-by-text')).toEqual(posts.map((post) => post.text));
    expect(text(root, '.linked-by-post .linked-by-quiet').map((when) => when?.split(' · ')[1])).toEqual([
      'found by the link index',
      'found by the link index and Bluesky’s search',
      'found by Bluesky’s search',
    ]);
    expect(text(root, '.linked-by-known')).toEqual(['In your library', 'In your library']);
    const away = [...root.querySelectorAll<HTMLAnchorElement>('a')].map(({ href, rel, target }) => [href, rel, target]);
    expect(away).toContainEqual([posts[0]?.threadOf, 'noopener noreferrer', '_blank']);
    expect(away).toContainEqual([posts[0]?.address, 'noopener noreferrer', '_blank']);
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('told before is shown with its age, and asked again only when the reader wants it', async () => {
    const doors = doorsTo(told({ askedAt: NOW, accounts: [] }), {
      readLinkedBy: () => ({ isAsking: false, last: told({ askedAt: NOW - 3 * HOUR }) }),
    });
    const root = await show(doors);
    expect(text(root, '.linked-by-standing > span')).toEqual(['Asked 3 hours ago.']);
    expect(doors.asked).toHaveBeenCalledTimes(1);
    find(root, 'Ask again')?.focus();
    await press(root, 'Ask again');
    expect(document.activeElement).toBe(find(root, 'Ask again'));
    expect(text(root, '.linked-by-sum')).toEqual(['No posts were found that link to this.']);
  });

  test('being asked already is waited for', async () => {
    const doors = doorsTo(told(), { readLinkedBy: () => ({ isAsking: true, last: told({ accounts: [] }) }) });
    const root = await show(doors);
    expect(doors.asked.mock.calls.map(([name]) => name)).toEqual(['readLinkedBy', 'askLinkedBy']);
    expect(text(root, '.linked-by-sum')).toEqual(['2 posts by 1 person']);
  });

  test('texts and names of others stay texts', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const root = await show(doorsTo(told({ accounts: [{ ...ada, name, posts: [linking('a', { text: name })] }] })));
    expect(root.querySelector('img')).toBeNull();
    expect(text(root, '.linked-by-text')).toEqual([name]);
  });

  test('of five hundred posts the first are shown, and more when asked for', async () => {
    const posts = Array.from({ length: 500 }, (_, at) => linking(`p${at}`));
    const root = await show(doorsTo(told({ accounts: [{ ...ada, posts }] })));
    expect(text(root, '.linked-by-sum')).toEqual(['500 posts by 1 person']);
    expect(root.querySelectorAll('.linked-by-post')).toHaveLength(5);
    await press(root, 'Show more (495 left)');
    expect(root.querySelectorAll('.linked-by-post')).toHaveLength(55);
  });
});

describe('what did not come', () => {
  const later = NOW + HOUR;
  const limited = { kind: 'limited', until: later, isPaused: false } as const;
  const down = { state: 'not-reached', failure: { kind: 'unreachable' }, found: 0 } as const;
  test.each([
    [
      'nothing found',
      told({ accounts: [] }, { index: { found: 0 }, posts: { state: 'not-asked', found: 0 } }),
      /^No posts were found/,
      /^This is not complete:.*The link index knows posts since/,
    ],
    [
      'nobody reached',
      told({ accounts: [] }, { index: down, search: down, posts: { state: 'not-asked', found: 0 } }),
      /^Nobody answered/,
      /Link index: The server could not be reached.*Bluesky’s search: The server could not be reached/,
    ],
    [
      'partly reached',
      told({}, { search: down }),
      /^2 posts by 1 person/,
      /Bluesky’s search: The server could not be reached/,
    ],
    [
      'refused',
      told(
        { accounts: [] },
        {
          index: {
            state: 'refused',
            found: 0,
            failure: { kind: 'status', status: 403, error: null, message: null, until: null },
          },
        },
      ),
      /^Nobody answered/,
      /Link index: The server refused \(error 403\)/,
    ],
    [
      'too many asked',
      told({ accounts: [] }, { index: { state: 'too-many', found: 0, failure: limited, again: later } }),
      /^Nobody answered/,
      /Link index: The server was asked too often.*It can be asked again today at \d/,
    ],
    [
      'cut',
      told({}, { index: { state: 'cut', found: 900 } }),
      /^2 posts by 1 person/,
      /Link index: There are more than are read at once/,
    ],
    [
      'named, and not loaded',
      told({ accounts: [] }, { posts: down }),
      /^Posts were named, but they could not be loaded/,
      /Posts on Bluesky: The server could not be reached/,
    ],
    [
      'named, and gone',
      told({ accounts: [] }, { posts: { found: 0 } }),
      /^No posts were found/,
      /Some posts that were named are not shown/,
    ],
    [
      'not offered',
      told(),
      /^2 posts by 1 person/,
      /Bluesky’s search: This does not answer those who are not signed in/,
    ],
  ])('%s is a plain sentence with what can be done', async (_, answer, sum, why) => {
    const root = await show(doorsTo(answer));
    expect(text(root, '.linked-by-sum')[0]).toMatch(sum);
    expect(text(root, '.linked-by-completeness')[0]).toMatch(why);
    expect(find(root, 'Ask again')).toBeDefined();
    expect(root.querySelector<HTMLAnchorElement>('.linked-by-completeness a')?.href).toMatch(
      /^https:\/\/bsky\.app\/search/,
    );
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('where nobody answered, nothing is said of how complete that is', async () => {
    const root = await show(doorsTo(told({ accounts: [] }, { index: down, search: down })));
    expect(text(root, '.linked-by-completeness')[0]).not.toMatch(/not complete|February/);
  });

  test('where all that was named is shown, nothing is said to be gone', async () => {
    const root = await show(doorsTo(told()));
    expect(text(root, '.linked-by-completeness')[0]).not.toMatch(/Some posts that were named/);
  });

  test('no answer of the extension’s own can be asked for again', async () => {
    let count = 0;
    const doors = doorsTo(told(), {
      askLinkedBy: () => {
        count += 1;
        if (count === 1) throw new Error('asleep');
        return { ok: true, value: told() };
      },
    });
    const root = await show(doors);
    expect(text(root, '.linked-by-standing > span')).toEqual([expect.stringMatching(/did not answer/)]);
    await press(root, 'Ask again');
    expect(text(root, '.linked-by-sum')).toEqual(['2 posts by 1 person']);
  });

  test('switched off meanwhile leads to where it is switched on', async () => {
    const doors = doorsTo(told(), { askLinkedBy: () => fail({ kind: 'not-allowed' }) });
    const root = await show(doors);
    expect(text(root, '.linked-by-standing > span')).toEqual([expect.stringMatching(/^You have not switched this on/)]);
    await press(root, 'Ask again');
    expect(doors.onNeedConsent).toHaveBeenCalledWith(ADDRESS);
    expect(doors.asked).toHaveBeenCalledTimes(2);
  });

  test('switched on again elsewhere says no more that it is not, and asks at a press', async () => {
    let isAllowed = false;
    const doors = doorsTo(told(), {
      askLinkedBy: () => (isAllowed ? succeed(told()) : fail({ kind: 'not-allowed' })),
    });
    vi.mocked(doors.mayAsk).mockImplementation(async () => isAllowed);
    const root = await show(doors);
    isAllowed = true;
    await act(doors.tellChange);
    await settle();
    expect(text(root, '.linked-by-standing > span')).toEqual(['']);
    expect(doors.asked.mock.calls.filter(([name]) => name === 'askLinkedBy')).toHaveLength(1);
    await press(root, 'Ask again');
    expect(text(root, '.linked-by-sum')).toEqual(['2 posts by 1 person']);
    expect(doors.onNeedConsent).not.toHaveBeenCalled();
  });

  test('switched on and asked elsewhere is told', async () => {
    let last: LinkedBy | null = null;
    const doors = doorsTo(told(), {
      askLinkedBy: () => fail({ kind: 'not-allowed' }),
      readLinkedBy: () => ({ isAsking: false, last }),
    });
    const root = await show(doors);
    last = told();
    await act(doors.tellChange);
    await settle();
    expect(text(root, '.linked-by-sum')).toEqual(['2 posts by 1 person']);
  });

  test('what is no address says so', async () => {
    const root = await show(doorsTo(told(), { askLinkedBy: () => fail({ kind: 'no-address' }) }));
    expect(text(root, '.linked-by-standing > span')).toEqual([expect.stringMatching(/^This is not an address/)]);
  });
});

describe('one of them', () => {
  test('is kept and taken out again, in its own place', async () => {
    const doors = doorsTo(told({ accounts: [{ ...ada, posts: [linking('first')] }] }));
    const root = await show(doors);
    const { uri } = linking('first');
    await press(root, 'Keep this post');
    expect(doors.asked).toHaveBeenLastCalledWith('keepPost', { uri });
    expect(text(root, '.linked-by-known')).toEqual(['Kept ·']);
    await press(root, 'Remove');
    expect(doors.asked).toHaveBeenLastCalledWith('dropKeptPost', { uri });
    expect(find(root, 'Keep this post')).toBeDefined();
    expect(await findFaults(document.body)).toEqual([]);
  });

  test.each([
    ['full', /As many posts are kept as can be/],
    ['not-found', /Ask again, then keep the post/],
    ['not-stored', /does not let IfG Gloss store/],
    [null, /did not work/],
  ] as const)('that cannot be kept (%s) says why', async (kind, why) => {
    const doors = doorsTo(told({ accounts: [{ ...ada, posts: [linking('first')] }] }), {
      keepPost: () => {
        if (kind === null) throw new Error('asleep');
        return fail({ kind });
      },
    });
    const root = await show(doors);
    await press(root, 'Keep this post');
    expect(text(root, '.linked-by-post [role=status]')).toEqual([expect.stringMatching(why)]);
    expect(find(root, 'Keep this post')).toBeDefined();
  });

  test('leads to its account being added', async () => {
    const doors = doorsTo(told());
    const root = await show(doors);
    await press(root, 'Add this account: @ada.example');
    expect(doors.onAddAccount).toHaveBeenCalledWith('ada.example');
  });
});
