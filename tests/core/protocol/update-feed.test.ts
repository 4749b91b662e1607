import { expect, test, vi } from 'vitest';
import type { AccountRequests } from '../../../core/protocol/accounts.ts';
import { updateFeed } from '../../../core/protocol/update-feed.ts';
import type { Ask } from '../../../core/protocol/wire.ts';
import { fail, succeed } from '../../../core/result.ts';
import { ana, some } from '../../components/accounts/states.ts';

/** A background that answers, and what it was asked beside what there is. */
function start(bringUpToDate: unknown = succeed(null)) {
  const asked = vi.fn();
  const ask = (async (name: string, request: unknown) => {
    if (name === 'readAccounts') return some;
    asked(name, request);
    return name === 'bringUpToDate' ? bringUpToDate : null;
  }) as Ask<AccountRequests>;
  return { ask, asked };
}

test('the feed of an account is read anew, by its account', async () => {
  const { ask, asked } = start();
  expect(await updateFeed(ask, ana.feed)).toEqual({ kind: 'under-way' });
  expect(asked.mock.calls).toEqual([['refreshAccounts', { did: ana.did }]]);
});

test('of a bundled feed the account is found first', async () => {
  const { ask, asked } = start();
  expect(await updateFeed(ask, 'text-page:ben.example')).toEqual({ kind: 'under-way' });
  expect(asked.mock.calls).toEqual([['bringUpToDate', { feed: 'text-page:ben.example' }]]);
});

test('why it is not found is told', async () => {
  const refusal = { kind: 'failed', failure: { kind: 'offline' } } as const;
  expect(await updateFeed(start(fail(refusal)).ask, 'text-page:ben.example')).toEqual(refusal);
});

test('a feed without an account is not asked for', async () => {
  const { ask, asked } = start();
  expect(await updateFeed(ask, 'text-page:saved.example')).toEqual({ kind: 'unknown' });
  expect(asked).not.toHaveBeenCalled();
});
