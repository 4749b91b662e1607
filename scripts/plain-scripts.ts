import type { Plugin } from 'vite';

const ENTRY = /^\0virtual:wxt-unlisted-script-entrypoint\?(.*)$/;
const ENTRY_NAME = /^virtual:wxt-unlisted-script-entrypoint\?/;

/** What stands before the names of modules that are put in the place of others. */
const OWN = 'plain-scripts:';
/** Those modules, by the names of the others. */
const INSTEAD: Readonly<Record<string, string>> = {
  'wxt/utils/define-unlisted-script': 'export const defineUnlistedScript = (main) => main;',
  'webextension-polyfill': 'export default globalThis.browser;',
};

/**
 * Has scripts for pages start without what weighs on every page and does nothing there: the frame that WXT puts around
 * each, which prints what fails while the extension is developed and tells forms of definitions apart; and the
 * polyfill, which gives what the browser has by itself in each that is promised (`browsers/oldest.ts`).
 */
export const plainScripts: Plugin = {
  name: 'plain-scripts',
  apply: ({ build }, { command }) => {
    const { entry } = build?.lib || {};
    return command === 'build' && typeof entry === 'string' && ENTRY_NAME.test(entry);
  },
  enforce: 'pre',
  resolveId: {
    filter: { id: new RegExp(`^(?:${Object.keys(INSTEAD).join('|')})$`) },
    handler: (id) => OWN + id,
  },
  load: {
    filter: { id: new RegExp(`^${OWN}`) },
    handler: (id) => INSTEAD[id.slice(OWN.length)],
  },
  transform: {
    filter: { id: ENTRY },
    handler: (_, id) => `import main from ${JSON.stringify(ENTRY.exec(id)?.[1])}; main();`,
  },
};
