import { defineConfig } from 'vitest/config';

/** Browsers on a machine that does much else take their time; what is awaited is looked for often all the same. */
const poll = { timeout: 5000 };

/** What a browser's driver says where it has lost an answer, or a page on its way: nothing that a test has found. */
const LOST =
  /Protocol error|Increase the 'protocolTimeout'|detached|Execution context|(?:Session|Target) closed|Cannot find context|no such frame/;

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // On two cores one is left idle otherwise.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Each file has globals and modules of its own, but not a process, which takes longer to start than most files take.
          pool: 'vmForks',
          setupFiles: 'tests/unit-setup.ts',
          include: [
            'tests/*.test.ts',
            'tests/{core,components,entrypoints,page,platform,real-pages}/**/*.test.{ts,tsx}',
          ],
          // On a machine that does much else, what takes a second may take ten.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'network',
          environment: './tests/e2e/environment.ts',
          include: ['tests/network/**/*.test.ts'],
          globalSetup: 'tests/network/setup.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          retry: { count: 1, condition: LOST },
          expect: { poll },
          // A network takes half a gigabyte of memory.
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: './tests/e2e/environment.ts',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/setup.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // With three at once some run out of time.
          maxWorkers: 2,
          // What drives the browsers is loaded once.
          isolate: false,
          // One test in a thousand runs out of time on a busy machine, or its driver loses an answer; what is broken fails twice.
          retry: 1,
          expect: { poll },
        },
      },
    ],
  },
});
