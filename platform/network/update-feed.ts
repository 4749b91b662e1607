import browser from 'webextension-polyfill';
import type { FeedId } from '../../core/model/ids.ts';
import { type Update, updateFeed } from '../../core/protocol/update-feed.ts';
import { askAccounts } from '../ask-accounts.ts';
import { openConsentPage } from '../consent-page.ts';
import { readConsent } from './consent.ts';

/**
 * Brings a feed up to date, or opens the page that says what that asks of whom, where its reader has not switched it on.
 * Rejects where the background does not answer.
 */
export async function updateOrAsk(feed: FeedId): Promise<Update | 'opened'> {
  if ((await readConsent()).on.refresh) return updateFeed(askAccounts, feed);
  await openConsentPage(browser, { purpose: 'refresh', feed });
  return 'opened';
}
