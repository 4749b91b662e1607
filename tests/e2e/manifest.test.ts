import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { OWN_FRAME } from '../../core/protocol/senders.ts';

interface Manifest {
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly externally_connectable?: object;
  readonly content_security_policy: { readonly extension_pages: string };
  readonly web_accessible_resources: readonly { readonly resources: readonly string[] }[];
  readonly browser_specific_settings?: {
    readonly gecko: { readonly data_collection_permissions: Readonly<Record<'required' | 'optional', string[]>> };
  };
}

const manifests = await Promise.all(
  ['chrome', 'firefox'].map(async (browser) => {
    const text = await readFile(`.output/${browser}-mv3/manifest.json`, 'utf8');
    return [browser, JSON.parse(text) as Manifest] as const;
  }),
);

test('every permission that is asked for has its reason in docs/store, and no other has', async () => {
  const answers = await readFile('docs/store/permissions.md', 'utf8');
  const answered = [...answers.matchAll(/^### `(.+)`$/gm)].map(([, permission]) => permission);
  expect(answered.toSorted()).toEqual(
    [...new Set(manifests.flatMap(([, manifest]) => permissionsOf(manifest)))].sort(),
  );
});

test('Firefox is told that nothing is collected without asking', () => {
  const collected = manifests.flatMap(([, manifest]) => collectedBy(manifest)?.required ?? []);
  expect(collected).toEqual(['none']);
});

/** A popup of 57 was drawn half as late again as one of 16. */
const MOST_FILES = 12;

describe.each(manifests)('in %s', (browser, manifest) => {
  test('none of our own pages waits for many files', async () => {
    const folder = `.output/${browser}-mv3/`;
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.html'));
    const texts = await Promise.all(pages.map((name) => readFile(folder + name, 'utf8')));
    const files = texts.map((text) => [...text.matchAll(/ (?:src|href)="\//g)].length);
    expect(pages).toContain('popup.html');
    expect(files.filter((count) => count > MOST_FILES)).toEqual([]);
  });

  test('no file of our own pages imports itself by way of others: what it holds might not be there yet when it is used', async () => {
    const folder = `.output/${browser}-mv3/chunks/`;
    const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
    const imports = new Map<string, readonly string[]>();
    for (const name of names) {
      const text = await readFile(folder + name, 'utf8');
      imports.set(
        name,
        [...text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map(([, other = '']) => other),
      );
    }
    // Whoever imports nothing that is left goes, until nothing is left but circles.
    for (let before = -1; before !== imports.size; ) {
      before = imports.size;
      for (const [name, others] of imports) if (!others.some((other) => imports.has(other))) imports.delete(name);
    }
    expect(names.length).toBeGreaterThan(10);
    expect([...imports.keys()]).toEqual([]);
  });

  test('pages may have one page of ours in them, and nobody outside may speak to the background', () => {
    expect(manifest.web_accessible_resources.flatMap(({ resources }) => resources)).toEqual([OWN_FRAME]);
    // Left out, it lets other extensions send to `onMessageExternal`, which nothing here listens to, and no page.
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('our own pages run scripts of the package alone', () => {
    const policy = manifest.content_security_policy.extension_pages.split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy.filter((part) => part.startsWith('script-src'))).toEqual(["script-src 'self'"]);
  });
});

function permissionsOf(manifest: Manifest): readonly string[] {
  return [
    ...manifest.permissions,
    ...manifest.host_permissions,
    ...(manifest.optional_permissions ?? []),
    ...(manifest.optional_host_permissions ?? []),
    ...(collectedBy(manifest)?.optional ?? []),
  ];
}

function collectedBy(manifest: Manifest): Readonly<Record<'required' | 'optional', string[]>> | undefined {
  return manifest.browser_specific_settings?.gecko.data_collection_permissions;
}
