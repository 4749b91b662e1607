import { defineConfig } from 'vitest/config';

/** Browsers on a machine that does much else take their time; what is awaited is looked for often all the same. */
const poll = { timeout: 5000 };

/** What a browser's driver says where it has lost an answer, or a page on its way: nothing that a test has found. */
const LOST =
  /Protocol error|Increase the 'protocolTimeout'|detached|Execution context|(?:Session|Target) closed|Cannot find context|no such frame/;

/**
 * What takes seconds: whole corpora, how time grows with size, every byte of a file changed, commands in processes of their own.
 * `npm run check` leaves them out, so that it is over in a minute.
 */
const LONG = [
  'tests/{golden,gold-searches,page-nodes,scripts}.test.ts',
  'tests/core/linear-time.test.ts',
  'tests/core/**/gold.test.ts',
  'tests/core/bearing/find-bearing.test.ts',
  'tests/core/passages/find-passages.test.ts',
  'tests/core/recognise/many-feeds.test.ts',
  'tests/core/sources/car/read-car.test.ts',
  'tests/entrypoints/background/{browse,library-change,library-faults,stored-content,stored-resolve,stored-search}.test.ts',
];

/** Each file has globals and modules of its own, but not a process, which takes longer to start than most files take. */
const QUICKLY_STARTED = {
  pool: 'vmForks',
  setupFiles: 'tests/unit-setup.ts',
  // On a machine that does much else, what takes a second may take ten.
  testTimeout: 20_000,
} as const;

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
          ...QUICKLY_STARTED,
          include: [
            'tests/*.test.ts',
            'tests/{core,components,entrypoints,page,platform,real-pages}/**/*.test.{ts,tsx}',
          ],
          exclude: LONG,
        },
      },
      {
        extends: true,
        test: { name: 'long', ...QUICKLY_STARTED, include: LONG },
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
