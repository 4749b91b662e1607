import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

interface Step {
  readonly name: string;
  /** What is run side by side. */
  readonly commands: readonly string[];
}

const step = (name: string, ...commands: readonly string[]): Step => ({ name, commands });

/** Those that measure how soon something is drawn need the machine for themselves; tests are chosen by their full names. */
const TIMED = 'drawn (soon|at once)';
/** To load the other files only to find none there takes as long as the tests. */
const timedFiles = readdirSync('tests/e2e')
  .filter((name) => name.endsWith('.test.ts'))
  .filter((name) => new RegExp(TIMED).test(readFileSync(join('tests/e2e', name), 'utf8')));

/** What needs neither a build nor a browser. */
const quickSteps: readonly Step[] = [
  // What takes seconds comes first, and side by side: its faults are all told at once.
  step(
    'lock file, format and lint, types, dead code',
    'npm ci --dry-run --loglevel=error',
    'biome ci .',
    'tsc --noEmit',
    'knip',
  ),
];

const units = 'vitest run --project unit';
const slowSteps: readonly Step[] = [
  step('build for Chrome', 'wxt build'),
  step('build for Firefox', 'wxt build -b firefox --mv3'),
  step('size budgets, add-on lint', 'size-limit', 'node scripts/run.mjs lint-addon.ts'),
  step(
    'end to end, in Chromium and Firefox, and beside a real network',
    `vitest run --project e2e -t "^(?!.*${TIMED})"`,
    'vitest run --project network',
  ),
  step(
    'pages in the manner of the worst',
    'node scripts/run.mjs ../tests/real-pages/real-pages.ts tests/real-pages/worst --links 3',
  ),
  step(
    'end to end, how soon',
    `vitest run --project e2e --no-file-parallelism -t "${TIMED}" ${timedFiles.map((name) => `tests/e2e/${name}`).join(' ')}`,
  ),
];

/**
 * `npm test`: every check of the project, one after another, up to the first that fails. `npm run check`, which is this
 * with `--quick`: those that need neither a build nor a browser, and no tests that take seconds.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });
const unitTests = step('unit tests', values.quick ? units : `${units} --project long`);
const steps = [...quickSteps, unitTests, ...(values.quick ? [] : slowSteps)];
const started = performance.now();
for (const [index, { name, commands }] of steps.entries()) {
  console.log(`\n── ${name}: ${commands.join(', ')}`);
  const start = performance.now();
  const results = await Promise.all(commands.map((command) => run(command, commands.length > 1)));
  // What failed comes last, where it is read first.
  for (const { printed } of results.toSorted((a, b) => a.status - b.status)) process.stdout.write(printed);
  const status = Math.max(...results.map((result) => result.status));
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds(start)} s`);
  if (status !== 0) {
    console.log(`\n${index} passed, 1 failed`);
    process.exit(status);
  }
}
console.log(`\nAll checks in ${seconds(started)} s`);
console.log(`${steps.length} passed, 0 failed`);

interface Result {
  readonly status: number;
  /** Empty where the command printed by itself. */
  readonly printed: Buffer;
}

/** What runs beside something else prints nothing by itself, so that no two mix. */
function run(command: string, isBeside: boolean): Promise<Result> {
  const { promise, resolve } = Promise.withResolvers<Result>();
  const child = spawn(command, { shell: true, stdio: isBeside ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('close', (status) => resolve({ status: status ?? 1, printed: Buffer.concat(chunks) }));
  return promise;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
