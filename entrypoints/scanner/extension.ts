import type { PublicationId } from '../../core/model/ids.ts';
import type { FrameRequests } from '../../core/protocol/frame-requests.ts';
import type { AskedLink, LinkMatch, MarkKind } from '../../core/protocol/marks.ts';
import type { PageNames } from '../../core/protocol/page-names.ts';
import { createBackgroundAsk } from '../../core/protocol/wire.ts';
import { isExtensionAlive, ownRuntime } from '../../page/extension.ts';

/** The first use makes the browser build its API for this page (0.1 MB in Chromium), so most pages make none. */
let isUsed = false;
const runtime = () => {
  isUsed = true;
  return ownRuntime();
};

/** Whether the extension is still there; a page in which it has not been used yet is not made to build it for that. */
export function isAlive(): boolean {
  return !isUsed || isExtensionAlive();
}

const ask = createBackgroundAsk<FrameRequests>(async (message) => runtime()?.sendMessage(message));

/** Links that are asked about at once, so that the background has its turns too. */
const LINKS_PER_REQUEST = 200;

const hasMatch = { link: false, text: false };

/**
 * What each link deserves as a mark, in the order asked; fewer than were asked for where the background cannot be reached
 * at the second try either.
 */
export async function resolveLinks(asked: readonly AskedLink[], kind: MarkKind): Promise<readonly LinkMatch[]> {
  const answers: LinkMatch[] = [];
  try {
    for (let from = 0; from < asked.length; from += LINKS_PER_REQUEST) {
      const links = asked.slice(from, from + LINKS_PER_REQUEST);
      answers.push(...(await ask('resolveLinks', { links, kind, isFirst: !hasMatch[kind] })));
      hasMatch[kind] ||= answers.some(({ sureness }) => sureness !== 'none');
    }
  } catch {
    // What was answered counts.
  }
  return answers;
}

/** Has what reads texts put into the frame; it is not there where the background cannot be reached. */
export async function prepareTexts(): Promise<void> {
  await ask('prepareTexts', {}).catch(() => null);
}

/** Tells what is marked by now. A report that is lost only leaves the badge as it was. */
export function reportMarks(publications: readonly PublicationId[], names: PageNames | null): void {
  ask('reportMarks', { publications, documentStart: performance.timeOrigin, names }).catch(() => null);
}

/** Listens to the extension's own messages; pages cannot send any. */
export function onMessage(answer: (message: unknown) => Promise<unknown> | null): void {
  runtime()?.onMessage.addListener((message, _, respond) => {
    const answering = answer(message);
    if (answering === null) return undefined;
    // Who gets no answer knows that this has failed.
    void answering.then(respond, () => respond(undefined));
    return true;
  });
}
