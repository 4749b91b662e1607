import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { publicServices } from '../../../core/network/services.ts';
import type { AccountsState } from '../../../core/protocol/accounts.ts';
import { ana, HOUR, NOW, some } from '../../components/accounts/states.ts';
import { standInForBrowser, standInForStorage } from '../../platform/stand-in.ts';

let storage: ReturnType<typeof standInForStorage>;
let state: AccountsState;
let asked: string[];
let givenBack: object[];

beforeEach(() => {
  vi.spyOn(Date, 'now').mockReturnValue(NOW);
  storage = standInForStorage();
  state = some;
  asked = [];
  givenBack = [];
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

/** Opens the page, and waits until it knows the accounts. */
async function open() {
  standInForBrowser({
    permissions: { remove: async (permissions: object) => void givenBack.push(permissions) },
    storage: storage.api,
    runtime: {
      sendMessage: async ({ name }: { readonly name: string }) => {
        asked.push(name);
        return name === 'readAccounts' ? state : null;
      },
    },
  });
  const { followAccounts } = await import('../../../entrypoints/library/accounts/follow-accounts.ts');
  const { accountChanges } = await import('../../../platform/changes.ts');
  const accounts = followAccounts();
  await vi.waitFor(() => expect(accounts.read().state).toEqual(state));
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { accounts, accountChanges };
}

describe('accounts that are due whenever the page is opened', () => {
  test.each<[string, Partial<AccountsState>, boolean]>([
    ['were read an hour ago', { schedule: 'opening' }, true],
    ['were read since', { schedule: 'opening', accounts: [{ ...ana, readAt: NOW - HOUR + 1 }] }, false],
    ['were never read', { schedule: 'opening', accounts: [{ ...ana, readAt: null }] }, true],
    ['are read at another time', { schedule: 'daily' }, false],
    ['are none', { schedule: 'opening', accounts: [] }, false],
  ])('they %s', async (_, given, isDue) => {
    state = { ...some, ...given };
    await open();
    expect(asked.includes('refreshAccounts')).toBe(isDue);
  });
});

test('what changes is told to who listens, and to nobody who no longer does', async () => {
  const { accounts, accountChanges } = await open();
  const [hears, left] = [vi.fn(), vi.fn()];
  accounts.listen(hears);
  accounts.listen(left)();
  state = { ...some, accounts: [] };
  accountChanges.tell();
  await vi.waitFor(() => expect(hears).toHaveBeenCalled());
  expect(accounts.read().state).toEqual(state);
  expect(left).not.toHaveBeenCalled();
});

test('who has them read anew is answered once they are drawn', async () => {
  const { accounts } = await open();
  let drawn: unknown = null;
  accounts.listen(async () => {
    for (let turns = 0; turns < 5; turns += 1) await null;
    drawn = accounts.read().state;
  });
  state = { ...some, accounts: [] };
  await accounts.read().onChanged();
  expect(drawn).toEqual(state);
});

test('what may be asked is changed as it is then, and how that went is told', async () => {
  const { accounts } = await open();
  const { onSwitch, onServices } = accounts.read();
  const services = { ...publicServices, appView: 'http://127.0.0.1:9' };
  onSwitch('refresh', true);
  onServices(services);
  await vi.waitFor(() => expect(accounts.readSaving()).toEqual({ count: 2, hasFailed: false }));
  expect(accounts.read().consent).toMatchObject({ on: { refresh: true }, services });
  vi.spyOn(storage.api.local, 'set').mockRejectedValueOnce(new Error('full'));
  onSwitch('refresh', false);
  await vi.waitFor(() => expect(accounts.readSaving()).toEqual({ count: 3, hasFailed: true }));
  expect(accounts.read().consent.on.refresh).toBe(true);
});

test('what Firefox was asked for is given back with the last purpose that needs it', async () => {
  vi.stubEnv('FIREFOX', 'true');
  const { accounts } = await open();
  const { onSwitch } = accounts.read();
  const switchTo = async (...switched: Parameters<typeof onSwitch>) => {
    const { count } = accounts.readSaving();
    onSwitch(...switched);
    await vi.waitFor(() => expect(accounts.readSaving()).toEqual({ count: count + 1, hasFailed: false }));
  };
  await switchTo('refresh', true);
  await switchTo('accounts', true);
  givenBack = [];
  await switchTo('refresh', false);
  await switchTo('accounts', false);
  expect(givenBack).toEqual([
    { data_collection: ['browsingActivity'] },
    { data_collection: ['browsingActivity', 'searchTerms'] },
  ]);
});
