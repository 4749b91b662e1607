// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { AccountRefusal } from '../../../core/protocol/accounts.ts';
import { fail, succeed } from '../../../core/result.ts';
import { findFaults } from '../find-faults.ts';
import { clear, enter, find, has, main, press, show } from './show-accounts.tsx';
import { ana, answering, NOW, none, preview, suggest } from './states.ts';

afterEach(clear);

const FIELD = 'Handle, DID or profile address';
const box = () => main.querySelector('.accounts-preview')?.textContent ?? null;
const said = () => document.getElementById('accounts-add-about')?.textContent;

async function name(text: string): Promise<void> {
  await enter(FIELD, text);
  await press('Preview');
}

test('an account is looked at, and added with what is to be kept of it', async () => {
  const previewAccount = vi.fn(() => succeed(preview));
  const addAccount = vi.fn(() => succeed(null));
  const onChanged = vi.fn(async () => {});
  await show({ ask: answering({ previewAccount, addAccount }), onChanged });
  await name('@cai.example');
  expect(previewAccount.mock.calls).toEqual([[{ actor: '@cai.example' }]]);
  expect(box()).toContain('Cai Example @cai.exampleReads reports');
  expect(box()).toContain('2,345 posts in all. Posts about IfG pages among the newest 100: 12.');
  expect(document.activeElement).toBe(main.querySelector('.accounts-preview h3'));
  expect(find<HTMLInputElement>('About IfG pages, with their threads').checked).toBe(true);
  expect(await findFaults(main)).toEqual([]);
  await press('All posts');
  await press('Add');
  expect(addAccount.mock.calls).toEqual([[{ did: 'did:plc:cai', keep: 'all' }]]);
  expect(box()).toBeNull();
  expect(find<HTMLInputElement>(FIELD).value).toBe('');
  expect(document.activeElement).toBe(find(FIELD));
  const cai = { ...ana, did: preview.did, reading: { posts: 0, of: null } };
  await show({ state: { ...none, accounts: [cai] } });
  expect(said()).toBe('Added: Cai Example. The posts are being read.');
  await show({ state: { ...none, accounts: [{ ...cai, reading: null }] } });
  expect(said()).toMatch(/^For example/);
  await show({ state: { ...none, accounts: [cai] } });
  await enter(FIELD, 'd');
  expect(said()).toMatch(/^For example/);
  expect(onChanged).toHaveBeenCalledTimes(1);
});

test.each([
  [{ ...preview, speaking: 0 }, 'No post among the newest 100 is about an IfG page.'],
  [{ ...preview, looked: 0, speaking: 0 }, 'It has no posts.'],
  [{ ...preview, profile: { ...preview.profile, displayName: '', bio: null } }, '@cai.example2,345 posts in all.'],
])('what is not there is said: %#', async (shown, words) => {
  await show({ ask: answering({ previewAccount: () => succeed(shown) }) });
  await name('cai.example');
  expect(box()).toContain(words);
  expect(await findFaults(main)).toEqual([]);
});

test('what is there already is not added again', async () => {
  await show({ ask: answering({ previewAccount: () => succeed({ ...preview, isAdded: true }) }) });
  await name('cai.example');
  expect(box()).toContain('You have added this account already.');
  expect(has('Add')).toBe(false);
  await press('Close');
  expect(box()).toBeNull();
});

test('nothing of what is left is kept, and the focus is back where it came from', async () => {
  await show();
  await enter(FIELD, 'cai.example');
  find('Preview').focus();
  await press('Preview');
  await press('Cancel');
  expect(box()).toBeNull();
  expect(document.activeElement).toBe(find('Preview'));
});

test.each<[AccountRefusal, string, string]>([
  [{ kind: 'no-account' }, 'true', 'This does not name an account. Enter a handle such as name.bsky.social'],
  [{ kind: 'not-found' }, 'true', 'Bluesky knows no account of this name. Check the spelling'],
  [{ kind: 'signed-in-only' }, 'false', 'IfG Gloss does not sign in, so it cannot be added.'],
  [{ kind: 'not-stored' }, 'false', 'Your browser does not let IfG Gloss store posts'],
  [
    { kind: 'failed', failure: { kind: 'timed-out' } },
    'false',
    'The server took too long to answer. Please try again later.',
  ],
  [
    { kind: 'failed', failure: { kind: 'limited', until: NOW + 60_000, isPaused: false } },
    'false',
    'wants to be left alone for a while. It can be asked again today at 12:01.',
  ],
  [
    { kind: 'failed', failure: { kind: 'not-allowed', purpose: 'accounts' } },
    'false',
    'so nothing was asked. Switch on',
  ],
])('%j is said at the field, which keeps what was written', async (refusal, isWrong, words) => {
  await show({ ask: answering({ previewAccount: () => fail(refusal) }) });
  await name('cay.example');
  expect(said()?.replace(/\s+/g, ' ')).toContain(words);
  expect(find<HTMLInputElement>(FIELD).value).toBe('cay.example');
  expect(find(FIELD).getAttribute('aria-invalid')).toBe(isWrong);
  expect(document.activeElement).toBe(find(FIELD));
  expect(await findFaults(main)).toEqual([]);
  await enter(FIELD, 'cai.example');
  expect(said()).toMatch(/^For example/);
});

test('an extension that does not answer says so', async () => {
  await show({ ask: answering({}) });
  await name('cai.example');
  expect(said()).toBe('IfG Gloss itself did not answer. Please try again.');
});

test('a refusal to add leaves the preview where it is', async () => {
  const refusal = { kind: 'failed', failure: { kind: 'offline' } } as const;
  await show({ ask: answering({ previewAccount: () => succeed(preview), addAccount: () => fail(refusal) }) });
  await name('cai.example');
  await press('Add');
  expect(box()).toContain('Your browser is offline.');
  expect(find('Add').getAttribute('aria-disabled')).toBe('false');
});

test('while it is asked, it is said so, and asked once; what is left meanwhile comes no more', async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const previewAccount = vi.fn(() => promise);
  await show({ ask: answering({ previewAccount }) });
  await name('cai.example');
  await press('Preview');
  expect(said()).toBe('Asking Bluesky…');
  expect(previewAccount).toHaveBeenCalledTimes(1);
  await clear();
  await show();
  resolve(succeed(preview));
  await promise;
  expect(box()).toBeNull();
});

test('accounts that posts mention are suggested, and lead to a preview', async () => {
  const previewAccount = vi.fn(() => succeed(preview));
  const suggestMentioned = () => ({
    suggestions: [suggest('cai.example', 12), suggest('dai.example', 1)],
    cursor: null,
  });
  await show({ ask: answering({ previewAccount, suggestMentioned }) });
  await press('Mentioned in posts here');
  expect(find('Mentioned in posts here').getAttribute('aria-pressed')).toBe('true');
  expect(main.textContent).toContain('@cai.exampleMentioned in 12 posts.');
  expect(main.textContent).toContain('@dai.exampleMentioned in 1 post.');
  expect(has('Show more')).toBe(false);
  expect(await findFaults(main)).toEqual([]);
  find('Preview @cai.example').focus();
  await press('Preview @cai.example');
  expect(previewAccount.mock.calls).toEqual([[{ actor: 'cai.example' }]]);
  expect(find<HTMLInputElement>(FIELD).value).toBe('cai.example');
  await press('Cancel');
  expect(document.activeElement).toBe(find('Preview @cai.example'));
});

test('whom an account follows comes a page at a time, each once, and the focus goes to what is new', async () => {
  const suggestFollowed = vi
    .fn()
    .mockReturnValueOnce(succeed({ suggestions: [suggest('a.example')], cursor: 'next' }))
    .mockReturnValueOnce(fail({ kind: 'failed', failure: { kind: 'offline' } }))
    .mockReturnValueOnce(succeed({ suggestions: [suggest('a.example'), suggest('b.example')], cursor: null }));
  await show({ ask: answering({ suggestFollowed }) });
  await press('Followed by Ana Example');
  await press('Show more');
  expect(main.textContent).toContain('Your browser is offline.');
  expect(has('Preview @a.example')).toBe(true);
  await press('Try again');
  expect(suggestFollowed.mock.calls).toEqual([
    [{ did: ana.did, cursor: null }],
    [{ did: ana.did, cursor: 'next' }],
    [{ did: ana.did, cursor: 'next' }],
  ]);
  expect(has('Preview @a.example') && has('Preview @b.example')).toBe(true);
  expect(document.activeElement?.textContent).toContain('@b.example');
  expect(has('Show more')).toBe(false);
});

test('where nobody is suggested, it is said so', async () => {
  await show({ ask: answering({ suggestMentioned: () => ({ suggestions: [], cursor: null }) }) });
  await press('Mentioned in posts here');
  expect(main.textContent).toContain('No accounts that you have not added already.');
});
