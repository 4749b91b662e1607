import type { Plugin } from 'vite';

const ENTRY = /^\0virtual:wxt-unlisted-script-entrypoint\?(.*)$/;

/**
 * Has scripts for pages start without the frame that WXT puts around each: it prints what fails while the extension is
 * developed, and in a build only weighs on every page.
 */
export const plainScripts: Plugin = {
  name: 'plain-scripts',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: ENTRY },
    handler: (_, id) => `import script from ${JSON.stringify(ENTRY.exec(id)?.[1])}; script.main();`,
  },
};
