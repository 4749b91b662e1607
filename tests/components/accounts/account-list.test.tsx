// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Failure } from '../../../core/network/failure.ts';
import { fail, succeed } from '../../../core/result.ts';
import { findFaults } from '../find-faults.ts';
import { clear, enter, find, has, main, press, rows, show, told } from './show-accounts.tsx';
import { ana, answering, HOUR, NOW, none, plain, some, withAccount } from './states.ts';

afterEach(clear);

const off = { ...plain.consent, on: { refresh: false, accounts: false, ask: false } };
const text = () => main.textContent ?? '';

test('an account says who it is, what is kept of it and how new that is', async () => {
  await show();
  expect(rows()[0]).toContain(
    'Ana Example @ana.exampleReads reports on civil service reform.40 posts kept. Last read today.',
  );
  expect(main.querySelector('h3 bdi + bdi')?.textContent).toBe('@ana.example');
  expect(find<HTMLSelectElement>('Posts kept: (Ana Example)').value).toBe('reports');
});

test.each([
  [NOW - HOUR, 'Last read today.'],
  [NOW - 13 * HOUR, 'Last read yesterday.'],
  [NOW + HOUR, 'Last read today.'],
  [NOW - 24 * 40 * HOUR, 'Last read 40 days ago.'],
  [null, 'Not read to the end yet.'],
])('read at %s: “%s”', async (readAt, said) => {
  await show({ state: withAccount({ readAt }) });
  expect(rows()[0]).toContain(said);
});

test('what is being read shows how far it is, and can be stopped with the button that began it', async () => {
  const ask = vi.fn(async () => null);
  await show({ ask: ask as never });
  find('Refresh Ana Example').focus();
  await press('Refresh Ana Example');
  await show({ ask: ask as never, state: withAccount({ reading: { posts: 250, of: 1000 } }) });
  expect(rows()[0]).toContain('250 posts read, of about 1,000');
  const progress = main.querySelector('progress');
  expect([progress?.value, progress?.max]).toEqual([250, 1000]);
  expect(document.activeElement).toBe(find('Stop reading Ana Example'));
  await press('Stop reading Ana Example');
  expect(ask.mock.calls).toEqual([
    ['refreshAccounts', { did: ana.did }],
    ['stopReading', { did: ana.did }],
  ]);
});

test('whoever clicks twice stops nothing', async () => {
  const ask = vi.fn(async () => null);
  await show({ ask: ask as never, state: withAccount({ reading: { posts: 0, of: null } }) });
  find('Stop all').dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
  expect(ask).not.toHaveBeenCalled();
  expect(main.querySelector('progress')?.hasAttribute('value')).toBe(false);
});

test('what came of a reading is shown and told, and each part of it told once', async () => {
  await show();
  await show({ state: withAccount({ reading: { posts: 0, of: 100 } }) });
  expect(told()).toBe('Ana Example: reading.');
  await show({ state: withAccount({ reading: { posts: 30, of: 100 } }) });
  expect(told()).toBe('Ana Example: 30 posts so far, of about 100.');
  await show({ state: withAccount({ reading: { posts: 40, of: 100 } }) });
  expect(told()).toBe('Ana Example: 30 posts so far, of about 100.');
  await show({ state: withAccount({ posts: 42, readAt: NOW }) });
  expect(told()).toBe('Ana Example: up to date, 2 posts added.');
  expect(rows()[0]).toContain('Up to date: 2 posts added.');
  await show({ state: withAccount({ posts: 42, readAt: NOW + 1 }) });
  expect(rows()[0]).toContain('Up to date: nothing new.');
});

const later = NOW + 5 * 60_000;
test.each<[Failure, number | null, string]>([
  [
    { kind: 'offline' },
    null,
    'Your browser is offline. Check your connection. Nothing more happens until you choose “Refresh”.',
  ],
  [{ kind: 'unreachable' }, later, 'or your browser did not let IfG Gloss read its answer'],
  [{ kind: 'timed-out' }, later, 'The server took too long to answer. It will be tried again today at 12:05.'],
  [{ kind: 'cancelled' }, null, 'It was stopped before its end.'],
  [{ kind: 'redirected' }, null, 'The server pointed to another address, which was not asked.'],
  [{ kind: 'too-large', limit: 8_000_000 }, null, 'The answer was larger than 8 MB'],
  [{ kind: 'unreadable', why: 'html', until: later }, later, 'A web page came instead of posts.'],
  [{ kind: 'unreadable', why: 'not-json', until: null }, null, 'The answer could not be read'],
  [{ kind: 'unreadable', why: 'cut', until: null }, null, 'The answer broke off before its end.'],
  [{ kind: 'unreadable', why: 'unexpected', until: null }, null, 'The answer was not what IfG Gloss expects.'],
  [
    { kind: 'status', status: 503, error: null, message: null, until: later },
    later,
    'The server has a fault (error 503). It will',
  ],
  [
    { kind: 'status', status: 400, error: 'InvalidRequest', message: '<b>no</b>', until: null },
    null,
    'The server refused (error 400). Its words: <b>no</b> Nothing more',
  ],
  [{ kind: 'status', status: 401, error: 'AuthMissing', message: null, until: null }, null, 'Its words: AuthMissing'],
  [
    { kind: 'limited', until: later, isPaused: false },
    later,
    'The server was asked too often and wants to be left alone for a while.',
  ],
  [
    { kind: 'limited', until: later, isPaused: true },
    later + 24 * HOUR,
    'it is left alone for a while. It will be tried again tomorrow at 12:05.',
  ],
  [{ kind: 'not-allowed', purpose: 'refresh' }, null, 'You have not switched this on, so nothing was asked.'],
])('%j is said in words', async (failure, retryAt, said) => {
  await show({ state: withAccount({ failure: { failure, retryAt } }) });
  expect(rows()[0]).toContain(said);
  expect(main.querySelector('b')).toBeNull();
  expect(await findFaults(main)).toEqual([]);
});

test('what is not allowed leads to where it is', async () => {
  const onNeedConsent = vi.fn();
  const failure = { failure: { kind: 'not-allowed', purpose: 'accounts' }, retryAt: null } as const;
  await show({ onNeedConsent, state: withAccount({ failure }) });
  await press('Switch on');
  expect(onNeedConsent.mock.calls).toEqual([['accounts']]);
});

test.each([
  ['deactivated', 'The owner has deactivated this account'],
  ['gone', 'it was deleted or taken down'],
  ['signed-in-only', 'asks not to be shown to people who are not signed in'],
  ['another', 'It belongs to somebody else now'],
] as const)('an account that is not shown because it is %s says so', async (hidden, said) => {
  await show({ state: withAccount({ hidden }) });
  expect(rows()[0]).toContain(said);
});

describe('removing', () => {
  test('asks once, in place, with the focus on what harms nothing', async () => {
    const ask = vi.fn(async () => null);
    await show({ ask: ask as never });
    await press('Remove Ana Example');
    expect(text()).toContain('Remove Ana Example and 40 posts from this browser? This cannot be undone.');
    expect(document.activeElement).toBe(find('Keep'));
    expect(await findFaults(main)).toEqual([]);
    await press('Keep');
    expect(document.activeElement).toBe(find('Remove Ana Example'));
    await press('Remove Ana Example');
    await act(() => void find('Keep').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
    expect(document.activeElement).toBe(find('Remove Ana Example'));
    expect(ask).not.toHaveBeenCalled();
  });

  test('takes the row and leaves the focus in the list', async () => {
    const ask = vi.fn(async () => null);
    const onChanged = () => show({ ask: ask as never, onChanged, state: { ...some, accounts: [] } });
    await show({ ask: ask as never, onChanged });
    await press('Remove Ana Example');
    find('Remove for good').focus();
    await press('Remove for good');
    expect(ask.mock.calls).toEqual([['removeAccount', { did: ana.did }]]);
    expect(rows()).toHaveLength(1);
    expect(document.activeElement).toBe(main.querySelector('.accounts-items'));
    expect(told()).toBe('Removed: Ana Example.');
  });

  test('that fails says so, and leaves all as it was', async () => {
    await show({ ask: answering({}) });
    await press('Remove Ana Example');
    await press('Remove for good');
    expect(main.querySelector('[role=alert]')?.textContent).toBe('IfG Gloss itself did not answer. Please try again.');
    expect(has('Remove Ana Example')).toBe(true);
  });

  test('says what stays of a bundled feed', async () => {
    await show({ state: withAccount({ isBundled: true }) });
    await press('Remove Ana Example');
    expect(text()).toContain('The copy that came with the extension stays.');
  });
});

describe('a page that was taken in', () => {
  const page = {
    feed: 'text-page:cai.example',
    handle: 'cai.example',
    displayName: 'Cai Example',
    asOf: '2025-12-24',
    posts: 7,
    isBundled: false,
  } as const;

  test('says what it holds and from when, and is removed once that is said twice', async () => {
    const ask = vi.fn(async () => null);
    const onChanged = () => show({ ask: ask as never, onChanged, state: none });
    await show({ ask: ask as never, onChanged, state: { ...none, texts: [page] } });
    expect(text()).not.toContain('None yet.');
    expect(rows()).toEqual([
      expect.stringContaining(
        'Cai Example @cai.example7 posts kept. From a page that you saved and imported, as of 24 Dec 2025.',
      ),
    ]);
    await press('Remove Cai Example');
    expect(text()).toContain('Remove Cai Example and 7 posts from this browser? This cannot be undone.');
    expect(await findFaults(main)).toEqual([]);
    await press('Remove for good');
    expect(ask.mock.calls).toEqual([['removeText', { feed: page.feed }]]);
    expect(told()).toBe('Removed: Cai Example.');
    expect(rows()).toEqual([]);
  });

  test('says that a bundled feed is there again without it', async () => {
    await show({ state: { ...none, texts: [{ ...page, isBundled: true, asOf: null }] } });
    expect(rows()[0]).toContain('undated.');
    await press('Remove Cai Example');
    expect(text()).toContain('The copy that came with the extension is shown again.');
  });
});

describe('a bundled feed', () => {
  test('says from when its copy is, and becomes an account', async () => {
    const bringUpToDate = vi.fn(() => succeed(null));
    const ask = answering({ bringUpToDate });
    const onChanged = () => show({ ask, onChanged, state: { ...some, bundled: [] } });
    await show({ ask, onChanged });
    expect(rows()[1]).toContain('Ben Example @ben.exampleCame with the extension, as of 11 Nov 2025.');
    find('Bring up to date: Ben Example').focus();
    await press('Bring up to date: Ben Example');
    expect(bringUpToDate.mock.calls).toEqual([[{ feed: 'text-page:ben.example' }]]);
    expect(document.activeElement).toBe(main.querySelector('.accounts-items'));
    expect(told()).toBe('Added: Ben Example. The posts are being read.');
  });

  test('is asked for once, and says so meanwhile', async () => {
    const bringUpToDate = vi.fn(() => new Promise(() => {}));
    await show({ ask: answering({ bringUpToDate }) });
    await press('Bring up to date: Ben Example');
    expect(rows()[1]).toContain('Asking Bluesky…');
    await press('Bring up to date: Ben Example');
    expect(bringUpToDate).toHaveBeenCalledTimes(1);
  });

  test('says why it could not be brought up to date', async () => {
    await show({ ask: answering({ bringUpToDate: () => fail({ kind: 'not-found' }) }) });
    await press('Bring up to date: Ben Example');
    expect(rows()[1]).toContain('Bluesky knows no account of this name.');
    expect(find('Bring up to date: Ben Example').getAttribute('aria-disabled')).toBe('false');
  });
});

test('without the switch, buttons lead to where it is switched on, and ask nothing', async () => {
  const onNeedConsent = vi.fn();
  const ask = vi.fn();
  await show({ consent: off, onNeedConsent, ask: ask as never });
  for (const name of ['Refresh Ana Example', 'Refresh all', 'Bring up to date: Ben Example']) await press(name);
  const refresh = ['refresh', undefined];
  expect(onNeedConsent.mock.calls).toEqual([refresh, refresh, refresh]);
  await enter('Handle, DID or profile address', 'cai.example');
  await press('Preview');
  await press('Followed by Ana Example');
  // What was written goes along, and is there where its reader comes out.
  expect(onNeedConsent.mock.calls.slice(3)).toEqual([
    ['accounts', 'cai.example'],
    ['accounts', undefined],
  ]);
  expect(ask).not.toHaveBeenCalled();
});

test('without the switch, what names no account is said to', async () => {
  const onNeedConsent = vi.fn();
  const previewAccount = () => ({ ok: false, error: { kind: 'no-account' } }) as const;
  await show({ consent: off, onNeedConsent, ask: answering({ previewAccount }) });
  await enter('Handle, DID or profile address', 'not valid!!');
  await press('Preview');
  expect(onNeedConsent).not.toHaveBeenCalled();
  expect(document.querySelector('#accounts-add-about')?.textContent).toContain('does not name an account');
});

test('which posts are kept can be changed', async () => {
  const keepPosts = vi.fn(() => null);
  await show({ ask: answering({ keepPosts }) });
  await enter('Posts kept: (Ana Example)', 'all');
  expect(keepPosts.mock.calls).toEqual([[{ did: ana.did, keep: 'all' }]]);
});

test.each([
  ['never', null, true, 'Accounts are read only when you choose “Refresh”.'],
  ['daily', NOW + 21 * HOUR, true, 'Next: tomorrow at 09:00.'],
  ['weekly', NOW + 24 * 7 * HOUR, true, 'Next: 30 Nov 2026 at 12:00.'],
  ['weekly', NOW - HOUR, true, 'Next: shortly.'],
  ['opening', null, true, 'Next: when you open this page again.'],
  ['daily', NOW, false, 'Nothing is read until you switch on “Bring up to date and refresh” below.'],
] as const)('refreshed %s, due at %s: says when', async (schedule, dueAt, refresh, said) => {
  await show({ state: { ...some, schedule, dueAt }, consent: { ...off, on: { ...off.on, refresh } } });
  expect(find<HTMLSelectElement>('Refresh by itself:').value).toBe(schedule);
  expect(document.getElementById('accounts-due')?.textContent).toBe(said);
});

test.each([
  ['daily', true, []],
  ['daily', false, [['refresh']]],
  ['never', false, []],
] as const)('a schedule of %s is kept, and needs the switch', async (schedule, refresh, needed) => {
  const changeSchedule = vi.fn(() => null);
  const onNeedConsent = vi.fn();
  const consent = { ...off, on: { ...off.on, refresh } };
  await show({ ask: answering({ changeSchedule }), onNeedConsent, consent, state: { ...some, schedule: 'weekly' } });
  await enter('Refresh by itself:', schedule);
  expect(changeSchedule.mock.calls).toEqual([[{ schedule }]]);
  expect(onNeedConsent.mock.calls).toEqual(needed);
});

test('accounts that could not be loaded can be asked for again, and take nothing else away', async () => {
  const onChanged = vi.fn(async () => {});
  await show({ state: 'waiting' });
  expect(text()).toContain('Loading…');
  await show({ state: null, onChanged });
  await press('Try again');
  expect(onChanged).toHaveBeenCalledTimes(1);
  expect(has('Bring up to date and refresh')).toBe(true);
  expect(await findFaults(main)).toEqual([]);
});

test('where there is none, nothing is offered for all', async () => {
  await show({ state: none });
  expect(text()).toContain('None yet.');
  expect(has('Refresh all')).toBe(false);
  expect(await findFaults(main)).toEqual([]);
});

test('axe finds no fault with accounts that are read, hidden and up to date', async () => {
  const others = [
    { ...ana, did: 'did:plc:b', reading: { posts: 1, of: 2 } },
    { ...ana, did: 'did:plc:c', hidden: 'gone' as const },
  ];
  await show({ state: { ...some, accounts: [ana, ...others] } });
  expect(await findFaults(main)).toEqual([]);
});
