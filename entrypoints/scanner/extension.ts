import type { PublicationId } from '../../core/model/ids.ts';
import type { FrameRequests } from '../../core/protocol/frame-requests.ts';
import type { AskedLink, LinkMatch, MarkKind } from '../../core/protocol/marks.ts';
import { createBackgroundAsk } from '../../core/protocol/wire.ts';
import { ofElement } from '../../page/dom.ts';
import { isHtml } from '../../page/node-kinds.ts';

/** What the scanner needs of the browser; both give promises in Chrome and Firefox alike. */
interface Runtime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(
      listener: (message: unknown, sender: unknown, respond: (answer: unknown) => void) => true | undefined,
    ): void;
  };
}

interface Dom {
  openOrClosedShadowRoot(element: Element): ShadowRoot | null;
}

/**
 * By property: a name of its own would be bound as the script starts, which builds what is behind it. Each browser's own
 * name, for an element of the page with that id would answer to the other.
 */
const apis = globalThis as unknown as {
  readonly browser?: { readonly runtime?: Runtime };
  readonly chrome?: { readonly runtime?: Runtime; readonly dom?: Dom };
};

/** The first use makes the browser build its API for this page (0.1 MB in Chromium), so most pages make none. */
let isUsed = false;
const runtime = (): Runtime | undefined => {
  isUsed = true;
  return (import.meta.env.FIREFOX ? apis.browser : apis.chrome)?.runtime;
};

/** Whether the extension that this script came with still runs: an update or a removal takes it away. */
export function isExtensionAlive(): boolean {
  if (!isUsed) return true;
  try {
    return runtime()?.id !== undefined;
  } catch {
    return false;
  }
}

const ask = createBackgroundAsk<FrameRequests>(async (message) => runtime()?.sendMessage(message));

/** Links that are asked about at once, so that the background has its turns too. */
const A_REQUEST = 200;

const hasMatch = { link: false, text: false };

/**
 * What each link deserves as a mark, in the order asked; fewer than were asked for where the background cannot be reached
 * at the second try either.
 */
export async function resolveLinks(asked: readonly AskedLink[], kind: MarkKind): Promise<readonly LinkMatch[]> {
  const answers: LinkMatch[] = [];
  try {
    for (let from = 0; from < asked.length; from += A_REQUEST) {
      const links = asked.slice(from, from + A_REQUEST);
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

/** Tells what is marked by now; a report that does not arrive has nobody to miss it. */
export function reportMarks(publications: readonly PublicationId[]): void {
  ask('reportMarks', { publications, began: performance.timeOrigin }).catch(() => null);
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

/** The shadow root of an element, also a closed one where the browser lets extensions look. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const open = ofElement(element, 'shadowRoot');
  if (open !== null || !isHtml(element)) return open;
  // https://developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot; in Chrome it is a function.
  if (import.meta.env.FIREFOX) return Reflect.get(Element.prototype, 'openOrClosedShadowRoot', element) ?? null;
  return apis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
}
