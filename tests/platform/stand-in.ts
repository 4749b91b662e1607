import { vi } from 'vitest';

type Listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, area: string) => void;

/** Stands in for the browser's storage: slow, and of one place for all pages of the extension. */
export function standInForStorage() {
  const stored: Record<string, unknown> = {};
  const listeners = new Set<Listener>();
  const rest = () => new Promise((resolve) => setTimeout(resolve));
  const area = (name: string, values: Record<string, unknown>) => ({
    async get(key: string) {
      await rest();
      return structuredClone(Object.hasOwn(values, key) ? { [key]: values[key] } : {});
    },
    async set(changed: Record<string, unknown>) {
      await rest();
      for (const [key, newValue] of Object.entries(structuredClone(changed))) {
        const change = { [key]: { oldValue: values[key], newValue } };
        values[key] = newValue;
        for (const listener of listeners) listener(change, name);
      }
    },
  });
  const session: Record<string, unknown> = {};
  const onChanged = {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
  };
  return {
    stored,
    session,
    listeners,
    api: { local: area('local', stored), session: area('session', session), onChanged },
  };
}

/** One object for a whole file: `webextension-polyfill`, which hands it through, is loaded once. */
const browser: Record<string, unknown> = {};

/** Stands in for what a browser offers, for modules that are loaded afterwards. */
export function standInForBrowser(api: object): void {
  for (const name of Object.keys(browser)) delete browser[name];
  Object.assign(browser, api, { runtime: { id: 'stand-in', ...Reflect.get(api, 'runtime') } });
  vi.stubGlobal('browser', browser);
  vi.stubGlobal('chrome', browser);
  vi.resetModules();
}
