import { type BackgroundRequests, createAsk } from '../../core/messages.ts';

/** The two calls that the scanner needs of the browser; both give promises in Chrome and Firefox alike. */
interface Runtime {
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(
      listener: (message: unknown, sender: unknown, respond: (answer: unknown) => void) => true | undefined,
    ): void;
  };
}

declare const browser: { readonly runtime: Runtime } | undefined;
declare const chrome: { readonly runtime: Runtime };

const runtime = () => (typeof browser === 'undefined' ? chrome : browser).runtime;

export const ask = createAsk<BackgroundRequests>((message) => runtime().sendMessage(message));

/** Listens to the extension's own messages; pages cannot send any. */
export function onMessage(answer: (message: unknown) => Promise<unknown> | null): void {
  runtime().onMessage.addListener((message, _, respond) => {
    const answering = answer(message);
    if (answering === null) return undefined;
    void answering.then(respond);
    return true;
  });
}
