import type { Page } from 'puppeteer-core';
import type { Progress, Response } from '../../core/model/own.ts';
import type { FollowUpEdit } from '../../core/own/change.ts';
import type { BackgroundRequests } from '../../core/protocol/background-requests.ts';
import { createAsk } from '../../core/protocol/wire.ts';
import type { ExtensionApi } from '../browsers/extension-pages.ts';

/** What became of some recommendations, as a reader may have noted it. */
const NOTED: readonly (readonly [number: number, edits: readonly FollowUpEdit[]])[] = [
  [1, [response('accepted'), progress('under-way'), { field: 'checkOn', to: '2026-11-16' }]],
  [2, [response('accepted'), progress('done')]],
  [3, [response('accepted'), progress('done')]],
  [5, [response('accepted-in-part'), progress('done-in-part')]],
  [6, [response('accepted'), progress('done'), { field: 'remark', from: '', to: 'Published with the new Act.' }]],
  [8, [response('rejected')]],
  [10, [response('accepted-in-part'), progress('under-way')]],
  [12, [response('accepted'), progress('done-in-part')]],
];

/** Notes it, asked from a page of the extension's. */
export async function noteFollowUp(page: Page): Promise<void> {
  const ask = createAsk<BackgroundRequests>((message) =>
    page.evaluate((each) => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return (api as ExtensionApi).runtime.sendMessage(each);
    }, message),
  );
  const { items } = await ask('listRecommendations', { start: 0 });
  for (const [number, edits] of NOTED) {
    const subject = items.map((each) => each.subject).find((each) => each.number === number);
    if (subject === undefined) continue;
    for (const edit of edits) await ask('changeFollowUp', { subject, edit });
  }
}

function response(to: Response): FollowUpEdit {
  return { field: 'response', to };
}

function progress(to: Progress): FollowUpEdit {
  return { field: 'progress', to };
}
