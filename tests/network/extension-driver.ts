import type { Page } from 'puppeteer-core';
import type { Consent } from '../../core/network/consent.ts';
import type { AccountsState } from '../../core/protocol/accounts.ts';
import type { BackgroundRequests } from '../../core/protocol/background-requests.ts';
import type { AnswerOf, RequestOf } from '../../core/protocol/wire.ts';

interface Api {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: { readonly local: { set(items: object): Promise<void>; get(key: string): Promise<object> } };
}

/** Asks the background of the built extension, from one of its pages. */
export function askFrom<Name extends keyof BackgroundRequests>(
  extension: Page,
  name: Name,
  request: RequestOf<BackgroundRequests, Name>,
): Promise<AnswerOf<BackgroundRequests, Name>> {
  return extension.evaluate(
    (message) => {
      const api: Api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return api.runtime.sendMessage(message);
    },
    { name, request } as never,
  ) as Promise<AnswerOf<BackgroundRequests, Name>>;
}

/** Has the extension ask these services, as its options do, and lets it ask for these purposes. */
export async function setNetwork(extension: Page, appView: string, on: Partial<Consent['on']> = ALL): Promise<void> {
  await extension.evaluate(
    async (services, purposes) => {
      const api: Api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      await api.storage.local.set({ network: { on: purposes, services } });
    },
    { appView },
    on,
  );
}

const ALL = { refresh: true, accounts: true, ask: true };

/** Settles when nothing is being read any more, or waits for a later try. */
export async function readToEnd(extension: Page, patience = 60_000): Promise<AccountsState> {
  const end = performance.now() + patience;
  for (;;) {
    const state = await askFrom(extension, 'readAccounts', {});
    if (state.accounts.every(({ reading, failure }) => reading === null || failure !== null)) return state;
    if (performance.now() > end) throw new Error(`still reading: ${JSON.stringify(state.accounts)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
