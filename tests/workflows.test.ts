import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { scripts } from '../package.json';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly 'runs-on': string;
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly machine: readonly string[] } };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: { readonly push?: { readonly tags?: readonly string[] } };
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = '.github/workflows';
const BUILT_IN = ['ci', 'test'];

/** Throws where YAML does not parse, or says a key twice. */
const workflows = new Map<string, Workflow>();
for (const name of await readdir(FOLDER)) workflows.set(name, parse(await readFile(`${FOLDER}/${name}`, 'utf8')));

test('there are two', () => {
  expect([...workflows.keys()].sort()).toEqual(['check.yml', 'release.yml']);
});

describe.each([...workflows])('%s', (_, { permissions, concurrency, jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('runs commands that the project has', () => {
    const named = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/\bnpm (?:run )?([\w:]+)/g)].map(([, name]) => name),
    );
    expect(named).toContain('ci');
    expect(named.filter((name = '') => !BUILT_IN.includes(name) && !(name in scripts))).toEqual([]);
  });

  test('uses actions by the hash of one commit', () => {
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses.filter((each) => !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(each))).toEqual([]);
  });

  test('may read the sources and no more, but where it publishes', () => {
    expect(permissions).toEqual({ contents: 'read' });
    const own = Object.entries(jobs).filter(([, job]) => job.permissions !== undefined);
    expect(own.map(([name, job]) => [name, job.permissions])).toEqual(
      'release' in jobs ? [['release', { contents: 'write' }]] : [],
    );
  });

  test('ends, and one at a time for what it is run for', () => {
    expect(Object.values(jobs).filter((job) => job['timeout-minutes'] === undefined)).toEqual([]);
    expect(concurrency.group).toContain('github.ref');
  });
});

test('checks run on Linux, macOS and Windows', () => {
  const jobs = Object.values(workflows.get('check.yml')?.jobs ?? {});
  const machines = jobs.flatMap((job) => job.strategy?.matrix.machine ?? job['runs-on']);
  expect(machines.sort()).toEqual(['macos-latest', 'ubuntu-latest', 'windows-latest']);
});

test('a release is published of what its command made, after all tests, for a tag of a version', () => {
  const workflow = workflows.get('release.yml');
  expect(workflow?.on.push?.tags).toEqual(['v*']);
  const runs = workflow?.jobs.release?.steps.flatMap((step) => step.run ?? []) ?? [];
  expect(runs.slice(0, 3)).toEqual(['npm ci', 'npm test', 'npm run release -- "$GITHUB_REF_NAME"']);
  expect(runs.at(-1)).toMatch(/^gh release create .*\.output\/release\/\* .*--notes-file \.output\/release-notes\.md$/);
});
