/** What scripts in pages need of the browser; both give promises in Chrome and Firefox alike. */
export interface Runtime {
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
 * Read through `globalThis`: a bare name is bound as the script starts, which builds the API behind it (0.1 MB in Chromium)
 * in every page. Each browser's own name, for an element of the page with that id would answer to the other.
 */
export const apis = globalThis as unknown as {
  readonly browser?: { readonly runtime?: Runtime };
  readonly chrome?: { readonly runtime?: Runtime; readonly dom?: Dom };
};

export const ownRuntime = (): Runtime | undefined => (import.meta.env.FIREFOX ? apis.browser : apis.chrome)?.runtime;

/** Whether the extension that a script came with still runs: an update or a removal takes it away, and nobody tells. */
export function isExtensionAlive(): boolean {
  try {
    return ownRuntime()?.id !== undefined;
  } catch {
    return false;
  }
}
