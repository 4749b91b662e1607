import browser from 'webextension-polyfill';
import type { BearingDoors } from '../../components/bearing/bearing.ts';
import type { Own } from '../../components/own/own.ts';
import { whyUnkept } from '../../components/own/why-unkept.ts';
import type { BearingScope } from '../../core/protocol/bearing.ts';
import { PENDING_BEARING_KEY, type PendingBearing, readPendingBearing } from '../../core/protocol/pending-bearing.ts';
import { ask } from '../../platform/ask.ts';
import { ownChanges } from '../../platform/changes.ts';
import { changeStored, readStored } from '../../platform/stored.ts';

const SCOPE_KEY = 'bearing-scope';
const readScope = (stored: unknown): BearingScope => (stored === 'all' ? 'all' : 'followed');

/** What a pane asks about the page in front and the recommendations; `own` is told what it changes. */
export const createBearingDoors = (own: Pick<Own, 'renew'>): BearingDoors => ({
  look: (tabId, scope) => ask('lookForBearing', { tabId, scope }),
  readScope: () => readStored(SCOPE_KEY, readScope),
  keepScope: (scope) => changeStored(SCOPE_KEY, readScope, () => scope),
  readLast: (tabId) => ask('readBearing', { tabId }),
  show: (tabId, id) => ask('showBearing', { tabId, id }),
  readSelection: (tabId) => ask('readSelection', { tabId }),
  findEvidence: (tabId) => ask('findPageEvidence', { tabId }),
  markEvidence: async (tabId) => (await ask('markPageEvidence', { tabId }))?.ids ?? null,
  listRecommendations: () => ask('listChoices', {}),
  keepEvidence: async (subject, from, to) =>
    whyUnkept(ask('changeFollowUp', { subject, edit: { field: 'evidence', from, to } }).then(own.renew)),
  newId: () => crypto.randomUUID(),
  onOwnChange: ownChanges.listen,
});

/** Calls back with what the reader asks at a page's menu, while this is open or just before; each is taken once. */
export async function onPendingBearing(windowId: number, answer: (pending: PendingBearing) => void): Promise<void> {
  const take = (stored: unknown) => {
    const pending = readPendingBearing(stored, windowId, Date.now());
    if (pending === null) return;
    void browser.storage.session.remove(PENDING_BEARING_KEY);
    answer(pending);
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session') take(changes[PENDING_BEARING_KEY]?.newValue);
  });
  take((await browser.storage.session.get(PENDING_BEARING_KEY))[PENDING_BEARING_KEY]);
}
