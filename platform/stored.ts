import browser from 'webextension-polyfill';

/** Reads a value that was stored, of any age or shape; undefined where there is none. */
export async function readStored<Value>(key: string, parse: (stored: unknown) => Value): Promise<Value> {
  return parse((await browser.storage.local.get(key))[key]);
}

/**
 * Changes a stored value as it is then, one change after another, also those of the extension's other contexts. `keep`
 * gives what is to be stored of it, with what was stored before: a later version may have written more than is read. Rejects
 * where the browser does not store it. Not for scripts in pages: they would wait for the page's locks.
 */
export async function changeStored<Value>(
  key: string,
  parse: (stored: unknown) => Value,
  change: (latest: Value) => Value,
  keep: (changed: Value, stored: unknown) => unknown = (changed) => changed,
): Promise<void> {
  await navigator.locks.request(key, async () => {
    const stored = await readStored(key, (value) => value);
    await browser.storage.local.set({ [key]: keep(change(parse(stored)), stored) });
  });
}

/** Calls back with what is stored after each change, whoever made it, and what was before, until the signal aborts. */
export function watchStored(
  key: string,
  onChange: (after: unknown, before: unknown) => void,
  signal?: AbortSignal,
): void {
  const listener: Parameters<typeof browser.storage.onChanged.addListener>[0] = (changes, area) => {
    const change = area === 'local' ? changes[key] : undefined;
    if (change !== undefined) onChange(change.newValue, change.oldValue);
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => {
    // Gone with the extension, where that is what ended.
    if (browser.runtime?.id !== undefined) browser.storage.onChanged.removeListener(listener);
  });
}
