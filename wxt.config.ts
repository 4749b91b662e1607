import { defineConfig } from 'wxt';
import { ALL_SITES } from './core/access.ts';
import { OWN_FRAME } from './core/protocol/senders.ts';
import { OLDEST } from './scripts/browsers/oldest.ts';
import { buildBundledIndex } from './scripts/bundled-index.ts';
import { plainScripts } from './scripts/plain-scripts.ts';
import { leaveOutDescriptions } from './scripts/shipped-messages.ts';
import { createThirdParty } from './scripts/third-party.ts';

const bundledIndex = await buildBundledIndex();
const thirdParty = createThirdParty();
const { version: indexVersion } = JSON.parse(bundledIndex) as { version: string };

/**
 * What the extension's own pages and its background may load: what is in the extension. They may ask services, which are the
 * reader's to name: only platform/network/requests.ts does, and only what the reader has switched on. No page may have one of
 * them in it but what `web_accessible_resources` names, which `frame-ancestors` could not leave out.
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'";

/**
 * What several pages load is in one file for each layer, none of which imports from one above it. A popup that waited for 57 files
 * was drawn half as late again as with 16; joined by which pages load them, files came to import each other in a circle, and some of
 * what they hold was not there yet when it was used: docs/performance.md.
 */
const SHARED = [
  { name: 'core', test: /[\\/](?:core|node_modules)[\\/]/, minShareCount: 2, priority: 3 },
  { name: 'platform', test: /[\\/]platform[\\/]/, minShareCount: 2, priority: 2 },
  { name: 'components', test: /[\\/]components[\\/]/, minShareCount: 2, priority: 1 },
];

export default defineConfig({
  imports: false,
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'contextMenus', 'alarms'],
    host_permissions: [...ALL_SITES],
    // While it is developed, WXT's server sends what has changed.
    ...(command === 'build' && { content_security_policy: { extension_pages: POLICY } }),
    content_scripts: [
      {
        matches: [...ALL_SITES],
        js: ['scanner.js'],
        run_at: 'document_end',
        all_frames: true,
        match_origin_as_fallback: true,
      },
    ],
    web_accessible_resources: [
      {
        resources: [OWN_FRAME],
        matches: [...ALL_SITES],
        // In Chrome its address is another for each session, and in Firefox for each installation: pages cannot ask for it.
        ...(browser !== 'firefox' && { use_dynamic_url: true }),
      },
    ],
    commands: {
      'open-card': { suggested_key: { default: 'Alt+Shift+G' }, description: '__MSG_command_open_card__' },
      'open-panel': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_command_open_panel__' },
      'open-library': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_command_open_library__' },
    },
    omnibox: { keyword: 'gloss' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko_android: { strict_min_version: '142.0' },
            gecko: {
              id: 'ifg-gloss@gloss.example',
              strict_min_version: `${OLDEST.firefox}.0`,
              data_collection_permissions: { required: ['none'], optional: ['browsingActivity', 'searchTerms'] },
            },
          },
        }
      : { minimum_chrome_version: OLDEST.chrome }),
  }),
  vite: ({ browser }) => ({
    define: { __INDEX_VERSION__: JSON.stringify(indexVersion) },
    build: {
      target: browser === 'firefox' ? `firefox${OLDEST.firefox}` : `chrome${OLDEST.chrome}`,
      // These browsers know it by themselves.
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: SHARED } } },
    },
    plugins: [plainScripts, thirdParty.plugin],
    // Workers are bundled by themselves.
    worker: { plugins: () => [thirdParty.plugin] },
  }),
  hooks: {
    // Called when all scripts are built. While the extension is developed it also holds code of the tools.
    'build:publicAssets': async ({ config }, files) => {
      await leaveOutDescriptions(files);
      files.push({ relativeDest: 'bundled-index.json', contents: bundledIndex });
      if (config.command === 'build') files.push({ relativeDest: 'THIRD-PARTY.txt', contents: thirdParty.describe() });
    },
  },
});
