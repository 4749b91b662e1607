import type { Plugin } from 'vite';

const ENTRY = /^\0virtual:wxt-unlisted-script-entrypoint\?(.*)$/;
const DEFINE = 'wxt/utils/define-unlisted-script';
const PLAIN_DEFINE = `\0${DEFINE}`;

/**
 * Has scripts for pages start without the frame that WXT puts around each: it prints what fails while the extension is
 * developed and tells forms of definitions apart, and in a build only weighs on every page.
 */
export const plainScripts: Plugin = {
  name: 'plain-scripts',
  apply: 'build',
  enforce: 'pre',
  resolveId: {
    filter: { id: new RegExp(`^${DEFINE}$`) },
    handler: () => PLAIN_DEFINE,
  },
  load: {
    filter: { id: new RegExp(`^${PLAIN_DEFINE}$`) },
    handler: () => 'export const defineUnlistedScript = (main) => main;',
  },
  transform: {
    filter: { id: ENTRY },
    handler: (_, id) => `import main from ${JSON.stringify(ENTRY.exec(id)?.[1])}; main();`,
  },
};
