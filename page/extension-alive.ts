interface Api {
  readonly runtime?: { readonly id?: string };
}
/** Each browser's own, for an element of the page with that id would answer to the other's name. */
declare const browser: Api;
declare const chrome: Api;

/** Whether the extension that a script came with still runs; nobody tells, so it has to be asked. */
export function isExtensionAlive(): boolean {
  try {
    return (import.meta.env.FIREFOX ? browser : chrome).runtime?.id !== undefined;
  } catch {
    return false;
  }
}
