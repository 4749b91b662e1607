// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, type Mock, test, vi } from 'vitest';
import { type Consent, noConsent } from '../../core/network/consent.ts';
import { publicServices } from '../../core/network/services.ts';
import type { AccountState, AccountsState } from '../../core/protocol/accounts.ts';
import { fail, succeed } from '../../core/result.ts';
import { ConsentPage, type ConsentPageProps } from '../../entrypoints/consent/consent-page.tsx';
import { ana, answering, NOW, none, some } from './accounts/states.ts';
import { findFaults } from './find-faults.ts';
import { clear, showInEnglish } from './in-english.tsx';
import { doorsTo, told } from './linked-by/answers.ts';

afterEach(clear);

const BEN = 'text-page:ben.example';
const on: Consent = { ...noConsent, on: { refresh: true, accounts: true, ask: false } };
const ben: AccountState = {
  ...ana,
  did: 'did:plc:ben',
  feed: BEN,
  isBundled: true,
  profile: { ...ana.profile, displayName: 'Ben Example', handle: 'ben.example' },
  posts: 30,
  readAt: null,
};

let props: ConsentPageProps;
let asked: Mock<(name: string, request: unknown) => void>;
beforeEach(() => {
  asked = vi.fn();
  props = {
    wanted: { purpose: 'refresh', feed: BEN },
    state: some,
    consent: noConsent,
    asksItself: false,
    now: NOW,
    ask: answering({
      bringUpToDate: (request) => {
        asked('bringUpToDate', request);
        return succeed(null);
      },
      refreshAccounts: (request) => {
        asked('refreshAccounts', request);
        return null;
      },
      stopReading: (request) => {
        asked('stopReading', request);
        return null;
      },
    }),
    onChanged: async () => {},
    onSwitchOn: vi.fn(async () => 'on' as const),
    onLeave: vi.fn(),
    onGoToAccounts: vi.fn(),
    linkedBy: doorsTo(told()),
  };
});

async function show(more: Partial<ConsentPageProps> = {}): Promise<HTMLElement> {
  props = { ...props, ...more };
  return showInEnglish(
    <main>
      <ConsentPage {...props} />
    </main>,
  );
}

const buttons = (root: HTMLElement) => [...root.querySelectorAll('button')].map(({ textContent }) => textContent);

async function press(root: HTMLElement, name: string): Promise<void> {
  await act(async () => {
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
    await new Promise((resolve) => setTimeout(resolve));
  });
}

const withBen = (change: Partial<AccountState> = {}): AccountsState => ({
  ...none,
  accounts: [ana, { ...ben, ...change }],
});

describe('before it is switched on', () => {
  test.each([
    ['refresh', 'Bring posts up to date', ['Switch on and bring up to date', 'Not now']],
    ['accounts', 'Add accounts', ['Switch on and go to accounts', 'Not now']],
  ] as const)('for %s it is said what is asked of whom, and nothing is asked', async (purpose, title, names) => {
    const root = await show({ wanted: purpose === 'accounts' ? { purpose, add: null } : { purpose, feed: null } });
    expect(root.querySelector('h1')?.textContent).toBe(title);
    expect([...root.querySelectorAll('dt')].map(({ textContent }) => textContent)).toEqual([
      'Who is asked',
      'What is in a request',
      'What is not',
      'When',
      'How to stop it',
      'How to delete what came',
    ]);
    expect(root.querySelector('dd')?.textContent).toMatch(/^public\.api\.bsky\.app, which gives public posts/);
    expect(root.textContent).toContain('No cookies, no account of yours, and nothing of what you read');
    expect(root.textContent).not.toContain('Firefox');
    expect(buttons(root)).toEqual(names);
    expect(asked).not.toHaveBeenCalled();
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('a service of the reader’s own is named as that', async () => {
    const services = { ...publicServices, appView: 'http://127.0.0.1:9' };
    const root = await show({ consent: { ...noConsent, services } });
    expect(root.querySelector('dd')?.textContent).toMatch(/^127\.0\.0\.1:9, which you named under “Services”/);
  });

  test('a browser that asks, too, is announced', async () => {
    const root = await show({ asksItself: true });
    expect(root.textContent).toContain('Firefox asks you too');
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('who does not want it leaves', async () => {
    const root = await show();
    await press(root, 'Not now');
    expect(props.onLeave).toHaveBeenCalledTimes(1);
    expect(props.onSwitchOn).not.toHaveBeenCalled();
  });

  test('the browser’s question comes while the click lasts', async () => {
    const root = await show();
    [...root.querySelectorAll('button')][0]?.click();
    expect(props.onSwitchOn).toHaveBeenCalledTimes(1);
    await act(async () => {});
  });

  test.each([
    ['refused', /^Firefox did not give its permission\. Nothing was switched on/],
    ['not-saved', /^Your browser could not save this\. Nothing was switched on/],
  ] as const)('%s is said, nothing is asked, and it can be tried again', async (switched, words) => {
    const root = await show({ onSwitchOn: async () => switched });
    await press(root, 'Switch on and bring up to date');
    expect(root.querySelector('[role=status]')?.textContent).toMatch(words);
    expect(asked).not.toHaveBeenCalled();
    expect(document.activeElement?.textContent).toBe('Switch on and bring up to date');
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('what is on already is not switched on again, and begins only at a click', async () => {
    const root = await show({ consent: on, asksItself: true });
    expect(root.textContent).toContain('You have switched this on already.');
    expect(root.textContent).not.toContain('Firefox asks you');
    expect(asked).not.toHaveBeenCalled();
    await press(root, 'Bring up to date');
    expect(props.onSwitchOn).not.toHaveBeenCalled();
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe('once it is switched on', () => {
  const begin = async (more: Partial<ConsentPageProps> = {}) => {
    const root = await show(more);
    await press(root, 'Switch on and bring up to date');
    return root;
  };

  test('for accounts, the reader comes to them', async () => {
    const root = await show({ wanted: { purpose: 'accounts', add: null } });
    await press(root, 'Switch on and go to accounts');
    expect(props.onGoToAccounts).toHaveBeenCalledTimes(1);
    expect(asked).not.toHaveBeenCalled();
  });

  test('a bundled feed is brought up to date, once, and is followed to its end', async () => {
    const root = await begin();
    expect(asked.mock.calls).toEqual([['bringUpToDate', { feed: BEN }]]);
    expect(document.activeElement?.textContent).toBe('What comes of it');
    expect(await findFaults(document.body)).toEqual([]);

    await show({ state: withBen({ reading: { posts: 120, of: 400 } }) });
    expect(root.querySelector('.accounts-state')?.textContent?.trim()).toBe('120 posts read, of about 400');
    expect(root.textContent).not.toContain('Ana Example');
    expect(await findFaults(document.body)).toEqual([]);

    await show({ state: withBen({ posts: 42, readAt: NOW }) });
    expect(root.querySelector('.accounts-done')?.textContent).toMatch(/^Up to date: /);
    expect(asked).toHaveBeenCalledTimes(1);
    await press(root, 'Close');
    expect(props.onLeave).toHaveBeenCalledTimes(1);
  });

  test('an account is read anew; that there is nothing new is said', async () => {
    const root = await begin({ wanted: { purpose: 'refresh', feed: ana.feed } });
    expect(asked.mock.calls).toEqual([['refreshAccounts', { did: ana.did }]]);
    await show({ state: { ...some, accounts: [{ ...ana, reading: { posts: 3, of: null } }] } });
    await press(root, 'Stop');
    expect(asked).toHaveBeenLastCalledWith('stopReading', { did: ana.did });
    await show({ state: { ...some, accounts: [{ ...ana, readAt: NOW }] } });
    expect(root.querySelector('.accounts-done')?.textContent).toBe('Up to date: nothing new.');
  });

  test('without a feed all accounts are, and bundled feeds are offered', async () => {
    const root = await begin({ wanted: { purpose: 'refresh', feed: null } });
    expect(asked.mock.calls).toEqual([['refreshAccounts', { did: null }]]);
    expect(root.textContent).toContain('Ana Example');
    await press(root, 'Bring up to date');
    expect(asked).toHaveBeenLastCalledWith('bringUpToDate', { feed: BEN });
  });

  test('why a bundled feed was not found is said, with a way to try again', async () => {
    const failed = fail({ kind: 'failed', failure: { kind: 'unreachable' } } as const);
    const root = await begin({ ask: answering({ bringUpToDate: () => failed }) });
    expect(root.querySelector('.accounts-trouble')?.textContent).toMatch(/^The server could not be reached/);
    expect(buttons(root)).toEqual(['Bring up to date', 'Close']);
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('what went wrong while it was read is said, with when it is tried again', async () => {
    const root = await begin();
    const failure = { failure: { kind: 'offline' }, retryAt: NOW + 600_000 } as const;
    await show({ state: withBen({ failure }) });
    expect(root.querySelector('.accounts-trouble')?.textContent).toMatch(/^Your browser is offline.*tried again/);
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('what was switched off meanwhile is said, and leads back to the question', async () => {
    const root = await begin();
    const failure = { failure: { kind: 'not-allowed', purpose: 'refresh' }, retryAt: null } as const;
    await show({ state: withBen({ failure }) });
    await press(root, 'Switch on');
    expect(buttons(root)).toEqual(['Switch on and bring up to date', 'Not now']);
  });

  test('a feed without an account says how it comes to have one', async () => {
    const root = await begin({ wanted: { purpose: 'refresh', feed: 'text-page:saved.example' } });
    expect(root.querySelector('.consent-outcome')?.textContent).toContain('This feed came from a file.');
    expect(asked).not.toHaveBeenCalled();
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('accounts that are not loaded are waited for, and can be asked for again', async () => {
    const onChanged = vi.fn(async () => {});
    const root = await begin({ state: 'waiting', onChanged });
    expect(asked).not.toHaveBeenCalled();
    await show({ state: null });
    await press(root, 'Try again');
    expect(onChanged).toHaveBeenCalledTimes(1);
    await show({ state: some });
    await act(async () => {});
    expect(asked.mock.calls).toEqual([['bringUpToDate', { feed: BEN }]]);
  });
});

describe('who linked to a page', () => {
  const ADDRESS = 'https://www.instituteforgovernment.org.uk/publication/report/procurement';
  const wanted = { purpose: 'ask', address: ADDRESS } as const;
  const said = (root: HTMLElement) => [...root.querySelectorAll('dd')].map(({ textContent }) => textContent);

  test('what is sent to whom is said before, and nobody is asked', async () => {
    const linkedBy = doorsTo(told());
    const root = await show({ wanted, linkedBy });
    expect(root.querySelector('h1')?.textContent).toBe('Ask who linked to a page');
    expect(said(root)[0]).toMatch(/^constellation\.microcosm\.blue, .* and public\.api\.bsky\.app, /);
    expect(said(root)[1]).toMatch(/^The address of the page/);
    expect(said(root)[2]).not.toMatch(/nothing of what you read/);
    expect(buttons(root)).toEqual(['Switch on and ask', 'Not now']);
    expect(linkedBy.asked).not.toHaveBeenCalled();
    expect(await findFaults(document.body)).toEqual([]);
  });

  test('once it is on, that page is asked about, and what comes is shown', async () => {
    const linkedBy = doorsTo(told());
    const root = await show({ wanted, linkedBy });
    await press(root, 'Switch on and ask');
    await vi.waitFor(() => expect(root.querySelector('.linked-by-sum')).not.toBeNull());
    expect(linkedBy.asked).toHaveBeenLastCalledWith('askLinkedBy', { address: ADDRESS });
    expect(root.querySelector('.linked-by-sum')?.textContent).toBe('2 posts by 1 person');
    expect([...root.querySelectorAll('h1, h2, h3')].map(({ tagName }) => tagName)).toEqual(['H1', 'H2', 'H3']);
    expect(document.activeElement?.classList).toContain('consent-outcome');
    expect(await findFaults(document.body)).toEqual([]);
    await press(root, 'Close');
    expect(props.onLeave).toHaveBeenCalled();
  });

  test.each(['refused', 'not-saved'] as const)('where it is %s, nobody is asked', async (switched) => {
    const linkedBy = doorsTo(told());
    const root = await show({ wanted, linkedBy, onSwitchOn: async () => switched });
    await press(root, 'Switch on and ask');
    expect(linkedBy.asked).not.toHaveBeenCalled();
    expect(root.querySelector('.consent-trouble')?.textContent).not.toBe('');
  });

  test('without a page it is only switched on', async () => {
    const linkedBy = doorsTo(told());
    const root = await show({ wanted: { purpose: 'ask', address: null }, linkedBy });
    await press(root, 'Switch on');
    expect(props.onGoToAccounts).toHaveBeenCalled();
    expect(linkedBy.asked).not.toHaveBeenCalled();
  });
});
