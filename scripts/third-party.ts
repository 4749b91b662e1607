import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly author?: string | { readonly name: string };
  readonly repository: string | { readonly url: string };
}

/** Keeps which packages' code the bundles hold, and tells of them what their licences ask for. */
export interface ThirdParty {
  readonly plugin: Plugin;
  /** The text of `THIRD-PARTY.txt` for what was bundled until now. Throws where a package says too little of itself. */
  describe(): string;
}

export function createThirdParty(): ThirdParty {
  const folders = new Set<string>();
  return {
    plugin: {
      name: 'third-party',
      generateBundle(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          for (const [id, { renderedLength }] of Object.entries(file.modules)) {
            const folder = renderedLength > 0 ? folderOf(id) : null;
            if (folder !== null) folders.add(folder);
          }
        }
      },
    },
    describe: () =>
      ['IfG Gloss holds code of these packages.', ...[...folders].sort(byPackage).map(describePackage)].join(
        `\n\n${'-'.repeat(80)}\n\n`,
      ),
  };
}

/** The folder of the package that a module's code is of; null for the project's own. */
function folderOf(id: string): string | null {
  const real = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id);
  if (real !== null) return real[0];
  if (!id.startsWith('\0')) return null;
  // What the tools themselves add has no file.
  const tool = /^\0(?:virtual:)?(wxt|rolldown|vite)\b/.exec(id)?.[1];
  if (tool === undefined) throw new Error(`Nobody knows whose code ${JSON.stringify(id)} is.`);
  return realpathSync(join(import.meta.dirname, '../node_modules', tool));
}

function byPackage(a: string, b: string): number {
  return readManifest(a).name.localeCompare(readManifest(b).name, 'en');
}

function describePackage(folder: string): string {
  const { name, version, license, repository } = readManifest(folder);
  return `${name} ${version}, licence ${license}\nSource: ${addressOf(repository)}\n\n${readLicence(folder).trim()}`;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

const TANGLED = /^https:\/\/tangled\.org\/did:plc:[a-z2-7]{24}$/;

/** `words/stemmer` and `git+https://github.com/words/stemmer.git` are both ways to say one address. */
function addressOf(repository: Manifest['repository']): string {
  const said = typeof repository === 'string' ? repository : repository.url;
  if (TANGLED.test(said)) return said;
  const path = said.replace(/^(?:git\+)?\w+:\/\/(?:git@)?github\.com\//, '').replace(/\.git$/, '');
  if (!/^[\w.-]+\/[\w.-]+$/.test(path)) throw new Error(`${said} is no repository at GitHub or Tangled.`);
  return `https://github.com/${path}`;
}

function readLicence(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)/i.test(name));
  if (file !== undefined) return ownPartOf(readFileSync(join(folder, file), 'utf8'));
  const { license, author } = readManifest(folder);
  const holder = typeof author === 'string' ? author : author?.name;
  if (license !== 'MIT' || holder === undefined) throw new Error(`${basename(folder)} has no licence in its package.`);
  return mitLicence(holder);
}

/** Vite names those of its own packages behind its licence: none of their code is in what it adds to a bundle. */
function ownPartOf(licence: string): string {
  return licence.split(/^# Licenses of bundled dependencies$/m, 1)[0] ?? licence;
}

/** https://spdx.org/licenses/MIT.html, of packages that name the licence and bring no text of it. */
function mitLicence(holder: string): string {
  const own = readFileSync(join(import.meta.dirname, '../LICENSE'), 'utf8');
  return own.replace(/^Copyright .*$/m, () => `Copyright (c) ${holder}`);
}
